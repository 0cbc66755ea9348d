import type { PluginWords } from "@rulescope/core"

export const words: PluginWords = {
  summary: "贝叶斯信息准则最优的规则族，每个类各有其结果比例。",
  fields: {}
}

import type { PluginWords } from "@rulescope/core"

export const words: PluginWords = {
  summary: "在用于统计的帧中随机将死元胞翻转为活元胞。",
  fields: {
    gamma: { label: "翻转概率 γ", description: "死元胞翻转为活元胞的概率。" },
    gammaLive: { label: "翻转概率 γ′", description: "活元胞翻转为死元胞的概率。" }
  },
  sentences: {
    "{0} has {1} states": "{0} 有 {1} 个状态",
    "flipping is for two states; leave it out": "翻转只适用于二态；请去掉它"
  }
}

import { convolutions, networkFields } from "@rulescope/census-network/words/zh-CN"
import type { PluginWords } from "@rulescope/core"

export const words: PluginWords = {
  summary: "四分之一转群卷积：学习邻域旋转 90° 不变的规则。",
  fields: { ...networkFields, convolutions }
}

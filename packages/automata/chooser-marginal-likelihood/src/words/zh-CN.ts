import type { PluginWords } from "@rulescope/core"

export const words: PluginWords = {
  summary: "数据不反对的最小规则族：依边缘似然；有噪声时依预测能力。",
  fields: {}
}

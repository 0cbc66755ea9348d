import type { PluginWords } from "@rulescope/core"

export const words: PluginWords = {
  summary: "由前一帧预测每一个记录的帧，再只从一帧独立演化。",
  fields: {
    tolerance: { label: "容差", description: "未说明噪声时，已证实的规则允许矛盾的元胞比例。" },
    listed: { label: "列出数", description: "判定中最多列出的矛盾元胞数。" }
  }
}

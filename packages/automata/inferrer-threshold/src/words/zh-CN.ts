import { evidence } from "@rulescope/automata/words/zh-CN"
import type { PluginWords } from "@rulescope/core"

export const words: PluginWords = {
  summary: "报告中对计数器的频率阈值与优势阈值。",
  fields: {
    ratio: { label: "比例", description: "类出现次数超过 比例 ·（1 − 准确率）· 同状态元胞数 时才计入。" },
    beta: { label: "β", description: "某下一状态的次数超过其余的 β 倍时被接受。" },
    evidence
  }
}

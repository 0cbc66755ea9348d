import { boundaries } from "@rulescope/automata/words/zh-CN"
import type { PluginWords } from "@rulescope/core"

export const words: PluginWords = {
  summary: "在任意规则下演化的随机汤。",
  fields: {
    rule: { label: "规则", description: "规则串，如 B36/S23、B2-a/S12、MAP…、W110 或 345/2/4；初态只取 0 和 1。" },
    width: { label: "宽度", description: "每行的元胞数。" },
    height: { label: "高度", description: "行数；初等规则为 1。" },
    density: { label: "密度", description: "初态中活元胞的比例；给出起止时，从第一个汤到最后一个均匀变化。" },
    "density.from": { label: "起" },
    "density.to": { label: "止" },
    generations: { label: "代数", description: "初态之后的代数；记录比它多一帧。" },
    soups: { label: "汤的个数", description: "记录的个数。" },
    boundary: { label: "边界", description: "边缘之外是什么。", options: boundaries },
    patch: { label: "初态范围", description: "初态在每边所占的比例，位于正中；周围是死元胞，小的初态使计数偏斜。" },
    observationNoise: { label: "观测噪声 ε", description: "记录错误的元胞比例；演化本身不受影响。" },
    dynamicNoise: { label: "动力学噪声 δ", description: "失误转移的比例；演化从失误的结果继续。" },
    mask: { label: "掩码", description: "未观测的元胞比例。" }
  },
  sentences: {
    "write a rule such as B36/S23": "请写一条规则，如 B36/S23",
    "{0} lives in one dimension, the soup has {1} rows": "{0} 是一维规则，而随机初态有 {1} 行",
    "set height to 1": "请将高度设为 1"
  }
}

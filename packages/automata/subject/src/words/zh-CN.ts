import type { FieldWords } from "@rulescope/core"

/** What lies beyond the edges. */
export const boundaries = { torus: "环面", dead: "死边界" }

/** The field `evidence` of inferrers. */
export const evidence: FieldWords = {
  label: "依据",
  description: "读取网络的预测、观察到的帧，或两者一致之处。",
  options: { predictions: "预测", observations: "观察", both: "两者一致" }
}

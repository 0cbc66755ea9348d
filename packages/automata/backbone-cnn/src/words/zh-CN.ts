import { convolutions, networkFields } from "@rulescope/census-network/words/zh-CN"
import type { PluginWords } from "@rulescope/core"

export const words: PluginWords = {
  summary: "没有对称性的卷积：学习邻域上的任何规则。",
  fields: {
    ...networkFields,
    convolutions,
    lastWidth: { label: "末层宽度", description: "最后一个隐藏层的通道数；0 表示与其他层相同。" },
    logits: {
      label: "输出数",
      description: "网络最后输出的数：每个状态一个，或少一个，因为状态 0 的可以取 0；二态时即 S 形函数。",
      options: { each: "每态一个", less: "少一个" }
    }
  }
}

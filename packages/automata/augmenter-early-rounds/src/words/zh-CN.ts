import type { PluginWords } from "@rulescope/core"

export const words: PluginWords = {
  summary: "训练时加重每个记录最初几轮的权重。",
  fields: {
    rounds: { label: "轮数", description: "每个记录中加重的最初转移数。" },
    factor: { label: "倍数", description: "加重的倍数。" },
    decay: { label: "衰减", description: "之后每次转移保留的超额比例；0 表示立即结束。" }
  }
}

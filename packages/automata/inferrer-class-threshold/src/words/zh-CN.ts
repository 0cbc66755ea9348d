import { evidence } from "@rulescope/automata/words/zh-CN"
import type { PluginWords } from "@rulescope/core"

const share = "类中该转移的比例达到该值时接受；未给出时由噪声水平决定。"

export const words: PluginWords = {
  summary: "死或活 → 死或活四种情形的四个阈值，给定或取自噪声水平。",
  fields: {
    deadToDead: { label: "死 → 死", description: share },
    deadToLive: { label: "死 → 活", description: share },
    liveToDead: { label: "活 → 死", description: share },
    liveToLive: { label: "活 → 活", description: share },
    strictness: { label: "严格度", description: "由数据得出的阈值高于噪声水平的标准差数。" },
    evidence
  }
}

import { evidence } from "@rulescope/automata/words/zh-CN"
import type { PluginWords } from "@rulescope/core"

export const words: PluginWords = {
  summary: "将规则作为似然的参数，考虑记录错误和转移失误。",
  fields: {
    claim: { label: "断言概率", description: "后验概率达到该值才给出标签，否则类未定。" },
    observationNoise: { label: "观测噪声 ε", description: "记录错误的元胞比例；未给出时由估计得出。" },
    dynamicNoise: { label: "动力学噪声 δ", description: "失误转移的比例；未给出时由估计得出。" },
    evidence,
    cells: { label: "元胞数", description: "抽取隐藏演化的记录元胞数上限；0 表示只用普查。" },
    temper: { label: "退火系数", description: "普查的对数似然除以该数：一个元胞大约参与这么多个邻域。" },
    seed: { label: "随机种子", description: "抽取隐藏演化所用的种子。" }
  }
}

import type { PluginWords } from "./PluginWords.ts"

const evidence = {
  label: "依据",
  description: "读取网络的预测、观察到的帧，或两者一致之处。",
  options: { predictions: "预测", observations: "观察", both: "两者一致" }
}

const share = "类中该转移的比例达到该值时接受；未给出时由噪声水平决定。"

/** Choosers, inferrers and verifiers. */
export const ofReadings: Readonly<Record<string, PluginWords>> = {
  "chooser marginal-likelihood": {
    summary: "数据不反对的最小规则族：依边缘似然；有噪声时依预测能力。",
    fields: {}
  },
  "chooser bic": {
    summary: "贝叶斯信息准则最优的规则族，每个类各有其结果比例。",
    fields: {}
  },
  "inferrer threshold": {
    summary: "报告中对计数器的频率阈值与优势阈值。",
    fields: {
      ratio: { label: "比例", description: "类出现次数超过 比例 ·（1 − 准确率）· 同状态元胞数 时才计入。" },
      beta: { label: "β", description: "某下一状态的次数超过其余的 β 倍时被接受。" },
      evidence
    }
  },
  "inferrer class-threshold": {
    summary: "死或活 → 死或活四种情形的四个阈值，给定或取自噪声水平。",
    fields: {
      deadToDead: { label: "死 → 死", description: share },
      deadToLive: { label: "死 → 活", description: share },
      liveToDead: { label: "活 → 死", description: share },
      liveToLive: { label: "活 → 活", description: share },
      strictness: { label: "严格度", description: "由数据得出的阈值高于噪声水平的标准差数。" },
      evidence
    }
  },
  "inferrer likelihood": {
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
  },
  "verifier replay": {
    summary: "由前一帧预测每一个记录的帧，再只从一帧独立演化。",
    fields: {
      tolerance: { label: "容差", description: "未说明噪声时，已证实的规则允许矛盾的元胞比例。" },
      listed: { label: "列出数", description: "判定中最多列出的矛盾元胞数。" }
    }
  }
}

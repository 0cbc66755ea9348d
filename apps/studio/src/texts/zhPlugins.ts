import type { FieldTexts } from "@rulescope/ui"

interface PluginTexts {
  readonly summary: string
  readonly fields: FieldTexts
}

const training: FieldTexts = {
  width: { label: "宽度", description: "每个隐藏层的通道数。" },
  depth: { label: "深度", description: "邻域卷积之后的隐藏层数。" },
  activation: { label: "激活函数", description: "每个隐藏层之后的非线性函数。" },
  learningRate: { label: "学习率", description: "Adam 的步长；每次新的尝试减半。" },
  maxSteps: { label: "最多步数", description: "一次尝试最多的全批量步数；全部学会后立即停止。" },
  attempts: { label: "最多尝试", description: "最多尝试次数，每次使用新的种子；保留最好的一次。" },
  weighting: { label: "权重指数", description: "出现 n 次的邻域构型权重为 n 的该次幂；0 表示所有邻域构型同等重要。" }
}

const evidence = { label: "依据", description: "读取网络的预测、观察到的帧，或两者一致之处。" }

/** The plugins of `@rulescope/preset` in Chinese, by stage and id. */
export const zhPlugins: Readonly<Record<string, PluginTexts>> = {
  "generator soup": {
    summary: "在任意二态规则下演化的随机汤。",
    fields: {
      rule: { label: "规则", description: "规则字符串，如 B36/S23、B2-a/S12、MAP… 或 W110。" },
      width: { label: "宽度", description: "每行的元胞数。" },
      height: { label: "高度", description: "行数；初等规则为 1。" },
      density: { label: "密度", description: "初态中活元胞的比例；给出 from 与 to 时从第一个到最后一个均匀上升。" },
      generations: { label: "代数", description: "初态之后的代数；记录比它多一帧。" },
      soups: { label: "汤的个数", description: "记录的个数。" },
      boundary: { label: "边界", description: "边缘之外是什么。" }
    }
  },
  "generator recording": {
    summary: "来自文件的演化记录。",
    fields: {
      boundary: { label: "边界", description: "边缘之外是什么；auto：以文件说明为准，否则由数据判定。" },
      frames: { label: "帧", description: "使用的帧，从 0 数起，含首尾；默认为全部。" }
    }
  },
  "augmenter early-rounds": {
    summary: "训练时加重每个记录最初几轮的权重。",
    fields: {
      rounds: { label: "轮数", description: "每个记录中加重的最初转移数。" },
      factor: { label: "倍数", description: "加重的倍数。" },
      decay: { label: "衰减", description: "之后每次转移保留的超额比例；0 表示立即结束。" }
    }
  },
  "augmenter flip": {
    summary: "在用于统计的帧中随机将死元胞翻转为活元胞。",
    fields: {
      gamma: { label: "翻转概率 γ", description: "死元胞翻转为活元胞的概率。" },
      gammaLive: { label: "翻转概率 γ′", description: "活元胞翻转为死元胞的概率。" }
    }
  },
  "augmenter symmetry": {
    summary: "训练时加入旋转和镜像的记录，除非数据与该对称性矛盾。",
    fields: {
      group: { label: "对称群", description: "要加入的副本：三个四分之一转、再加镜像，或仅左右镜像。" },
      tolerance: { label: "容差", description: "允许与对称性矛盾的元胞比例；干净的记录为 0。" }
    }
  },
  "backbone cnn": { summary: "普通卷积网络。", fields: training },
  "backbone p4": { summary: "四分之一转群卷积：学习邻域旋转 90° 不变的规则。", fields: training },
  "backbone p8": {
    summary: "八分之一转群卷积。",
    fields: {
      ...training,
      action: {
        label: "作用方式",
        description: "八分之一转如何移动卷积核：逐环移动（精确），或在平面内旋转后重新采样（近似）。"
      }
    }
  },
  "inferrer threshold": {
    summary: "报告中的频率与优势阈值，从网络的预测中读取。",
    fields: {
      ratio: { label: "比例", description: "类出现次数超过 比例 ·（1 − 准确率）· 同状态元胞数 时才计入。" },
      beta: { label: "β", description: "某下一状态的预测次数超过其余的 β 倍时被接受。" }
    }
  },
  "inferrer class-threshold": {
    summary: "四种情形的四个阈值，给定或取自噪声水平。",
    fields: {
      deadToDead: { label: "死 → 死", description: "接受该转移的比例；未给出时由噪声水平决定。" },
      deadToLive: { label: "死 → 活", description: "接受该转移的比例；未给出时由噪声水平决定。" },
      liveToDead: { label: "活 → 死", description: "接受该转移的比例；未给出时由噪声水平决定。" },
      liveToLive: { label: "活 → 活", description: "接受该转移的比例；未给出时由噪声水平决定。" },
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
    summary: "用模拟器在留出的帧上检验规则。",
    fields: {
      tolerance: { label: "容差", description: "未说明噪声时，已证实的规则允许矛盾的元胞比例。" },
      listed: { label: "列出数", description: "结论中最多列出的矛盾元胞数。" }
    }
  }
}

import type { FieldWords } from "@rulescope/core"

/** Fields of networks that are stacked by their number of convolutions. */
export const convolutions: FieldWords = {
  label: "卷积层数",
  description: "以此卷积核相叠的卷积层数：两个 3×3 可见 5×5 个元胞。"
}

/** Fields that all networks have. */
export const networkFields: Readonly<Record<string, FieldWords>> = {
  kernel: {
    label: "卷积核",
    description: "卷积核的边长（元胞）；“同规则”为规则的邻域，摩尔邻域即 3×3。视野大于规则的网络需要更多数据。",
    options: { rule: "同规则" }
  },
  width: { label: "宽度", description: "每个隐藏层的通道数。" },
  depth: { label: "深度", description: "其后不扩大视野的隐藏层数。" },
  activation: {
    label: "激活函数",
    description: "每个隐藏层之后的非线性函数；用 S 形或平方时，难学的规则可能停滞。",
    options: {
      relu: "ReLU",
      "leaky-relu": "带泄漏的 ReLU",
      elu: "ELU",
      silu: "SiLU",
      tanh: "双曲正切",
      sigmoid: "S 形",
      square: "平方",
      prelu: "PReLU",
      poly2: "二次多项式"
    }
  },
  learningRate: { label: "学习率", description: "Adam 的步长；每次新的尝试减半。" },
  maxSteps: { label: "最多步数", description: "一次尝试最多的全批量步数；全部学会后立即停止。" },
  attempts: { label: "最多尝试", description: "最多尝试次数，每次使用新的种子；保留最好的一次。" },
  weighting: {
    label: "权重指数",
    description:
      "出现 n 次的邻域构型权重为 n 的该次幂：1 为所有元胞的平均损失，几乎看不到百万分之一的构型；0 为同等重要。"
  },
  training: {
    label: "训练方式",
    description: "每步所学：所见元胞的全部不同邻域构型（普查），或逐个元胞的整帧；自动：构型不超过 4,096 种时用普查。",
    options: { auto: "自动", census: "普查", frames: "整帧" }
  },
  batch: { label: "每步帧数", description: "以整帧训练时每步的帧数；大于 64×64 的帧随机取其中这么大的一块。" }
}

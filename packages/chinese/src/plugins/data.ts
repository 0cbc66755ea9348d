import type { PluginWords } from "./PluginWords.ts"

const boundary = { torus: "环面", dead: "死边界" }

/** Generators and augmenters: where data come from, and what is done to them. */
export const ofData: Readonly<Record<string, PluginWords>> = {
  "generator soup": {
    summary: "在任意二态规则下演化的随机汤。",
    fields: {
      rule: { label: "规则", description: "规则串，如 B36/S23、B2-a/S12、MAP… 或 W110。" },
      width: { label: "宽度", description: "每行的元胞数。" },
      height: { label: "高度", description: "行数；初等规则为 1。" },
      density: { label: "密度", description: "初态中活元胞的比例；给出起止时，从第一个汤到最后一个均匀变化。" },
      "density.from": { label: "起" },
      "density.to": { label: "止" },
      generations: { label: "代数", description: "初态之后的代数；记录比它多一帧。" },
      soups: { label: "汤的个数", description: "记录的个数。" },
      boundary: { label: "边界", description: "边缘之外是什么。", options: boundary },
      patch: { label: "初态范围", description: "初态在每边所占的比例，位于正中；周围是死元胞，小的初态使计数偏斜。" },
      observationNoise: { label: "观测噪声 ε", description: "记录错误的元胞比例；演化本身不受影响。" },
      dynamicNoise: { label: "动力学噪声 δ", description: "失误转移的比例；演化从失误的结果继续。" },
      mask: { label: "掩码", description: "未观测的元胞比例。" }
    }
  },
  "generator recording": {
    summary: "来自文件的演化记录。",
    fields: {
      path: {
        label: "路径",
        description:
          "文件，或每个文件一代或一个记录的文件夹：NumPy 数组、RLE 和 Golly 的其他格式、文本、CSV、JSON、图片。"
      },
      boundary: {
        label: "边界",
        description: "边缘之外是什么；自动：以文件说明为准，否则由数据判定。",
        options: { ...boundary, auto: "自动", unknown: "未知" }
      },
      frames: { label: "帧", description: "使用的帧，从 0 数起，含首尾；默认为全部。" },
      "frames.from": { label: "起" },
      "frames.to": { label: "止" },
      values: { label: "值与状态", description: "文件中各值的状态，如 0=0,255=1；? 表示未观测。其余自动判定。" },
      axes: { label: "轴", description: "数组的轴，如 HWT：T 帧、H 行、W 列、N 记录、C 通道；空则自动判定。" }
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
      group: {
        label: "对称群",
        description: "要加入的副本：三个四分之一转、再加镜像，或仅左右镜像。",
        options: { turns: "旋转", "turns-and-mirrors": "旋转与镜像", mirrors: "左右镜像" }
      },
      tolerance: { label: "容差", description: "允许与对称性矛盾的元胞比例；干净的记录为 0。" }
    }
  }
}

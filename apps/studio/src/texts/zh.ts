import type { StudioTexts } from "./en.ts"

export const zh: StudioTexts = {
  title: "Rulescope Studio",
  tagline: "找出演化记录背后的规则",
  pipeline: {
    title: "流程",
    stages: {
      augmenters: "数据增强",
      backbone: "骨干网络",
      inferrer: "推断器",
      verifier: "验证器"
    },
    meanings: {
      augmenters: "改变学习所用的数据，或改变向网络提出的问题",
      backbone: "学习演化过程的网络",
      inferrer: "从计数器中读出规则",
      verifier: "在未参与学习的帧上检验规则"
    },
    noConfig: "没有可设置的参数。",
    add: "添加",
    addAugmenter: "添加数据增强",
    remove: (name: string) => `移除 ${name}`,
    none: "无：每一帧按原样计入"
  }
}

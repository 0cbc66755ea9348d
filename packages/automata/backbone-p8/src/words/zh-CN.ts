import { networkFields } from "@rulescope/census-network/words/zh-CN"
import type { PluginWords } from "@rulescope/core"

export const words: PluginWords = {
  summary: "绕元胞一圈的八分之一转群卷积：学习转过一格不变的规则，包括所有类生命规则。",
  fields: {
    ...networkFields,
    action: {
      label: "作用方式",
      description:
        "八分之一转如何移动卷积核：逐环移动（精确），或在平面内旋转 45° 后重新采样（近似，只有四分之一转精确）。",
      options: { ring: "逐环移动", interpolated: "插值" }
    }
  }
}

import type { PluginWords } from "@rulescope/core"

export const words: PluginWords = {
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

import { boundaries } from "@rulescope/automata/words/zh-CN"
import type { PluginWords } from "@rulescope/core"

export const words: PluginWords = {
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
      options: { ...boundaries, auto: "自动", unknown: "未知" }
    },
    frames: { label: "帧", description: "使用的帧，从 0 数起，含首尾；默认为全部。" },
    "frames.from": { label: "起" },
    "frames.to": { label: "止" },
    values: { label: "值与状态", description: "文件中各值的状态，如 0=0,255=1；? 表示未观测。其余自动判定。" },
    axes: { label: "轴", description: "数组的轴，如 HWT：T 帧、H 行、W 列、N 记录、C 通道；空则自动判定。" },
    cell: { label: "元胞大小", description: "图片中元胞的大小，以像素计，如 6 或 7.03,14.06；空则自动判定。" },
    origin: { label: "起点", description: "图片中第一个元胞的起点，以距左边和距上边的像素计，如 3,3。" }
  },
  sentences: {
    "{0} ({1})": "{0}（{1}）",
    "{0} has {1} frame": "{0} 有 {1} 帧",
    "{0} has {1} frames, and frames {2} to {3} are asked for": "{0} 有 {1} 帧，而所要的是第 {2} 至 {3} 帧",
    "a rule shows itself only between frames: record at least 2": "规则只在帧与帧之间显现：请至少记录 2 帧",
    "ask for two or more of the frames 0 to {0}": "请在第 0 至 {0} 帧中取两帧或更多"
  }
}

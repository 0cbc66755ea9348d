/** What the steps of automata say, by template. */
export const ofAutomata: Readonly<Record<string, string>> = {
  "the frames are an unknown number of generations apart": "帧与帧相隔几代未知",
  "the frames are {0} generations apart": "帧与帧相隔 {0} 代",
  "it reads the next generation from the one before; use the inferrer likelihood":
    "它从前一代读出下一代；请改用推断器 likelihood",
  "{0} states in one dimension": "一维 {0} 态",
  "{0} states in the plane": "二维 {0} 态",
  "no family is known for {0}": "没有适用于{0}的规则族",
  "no {0} rules are known for {1}": "没有适用于{1}的 {0} 规则",
  "{0} states on {1} make {2} arrangements of cells": "{1} 上 {0} 态的元胞构型有 {2} 种",
  "up to {0} are counted; merge states, or choose a family on fewer cells":
    "最多统计 {0} 种；请合并状态，或选择元胞更少的规则族",
  "known are {0}": "已知的有 {0}",
  'no family is called "{0}"': "没有名为“{0}”的规则族",
  "{0} rules have {1} states, {2} has {3}": "{0} 规则有 {1} 个状态，{2} 是{3}",
  "choose --family auto or another family": "请选择规则族 auto 或另一个规则族",
  "the generator gave no recording": "生成器没有给出任何记录",
  "ask for at least one": "请至少要求一个",
  "{0} has {1} frame": "{0} 有 {1} 帧",
  "a rule shows itself only between frames: at least 2 are needed": "规则只在帧与帧之间显现：至少需要 2 帧",
  "{0} has {1} states, {2} has {3}": "{0} 有 {1} 个状态，{2} 有 {3} 个",
  "recordings of one run share their states": "同一次运行的各记录状态数应相同",
  "the recordings were taken at different strides": "各记录的帧间隔不同",
  "give those with the same number of generations between frames to one run": "请把帧间隔相同的记录放在同一次运行中",
  "no cell of the training part is observed together with its whole neighbourhood and its outcome":
    "训练部分中没有一个元胞连同其完整邻域和结果都被观测到",
  "record more frames, or a larger window": "请记录更多的帧，或更大的窗口",
  "never seen": "从未出现",
  "seen {0} times, needs more than {1}": "出现 {0} 次，须多于 {1} 次",
  "noise explains what is seen as well with another label": "换一个标签，噪声同样能解释所见",
  "a twin rule explains the same frames": "另有一条规则同样能解释这些帧",
  "predictions and observations disagree": "预测与观测不一致"
}

import type { Sentence } from "./match.ts"

/** What `core`, the augmenters, the inferrers and the verifier say of a run. */
export const ofRuns: ReadonlyArray<Sentence> = [
  ["{id}: {what!}", "{id}：{what!}"],
  [
    "give those with the same number of generations between frames to one run",
    "请把帧间代数相同的记录放在同一次运行中"
  ],
  ['no family is called "{id}"', "没有名为“{id}”的规则族"],
  ["known: auto, {families}", "已知：auto、{families}"],
  [
    "no cell of the training part is observed together with its whole neighbourhood and its outcome",
    "训练部分中没有一个元胞连同其完整邻域和结果都被观测到"
  ],
  [
    "it reads the next generation from the one before; use the inferrer likelihood",
    "它从前一代读出下一代；请改用推断器 likelihood"
  ],
  [
    "{n} edge cells do with a {boundary!} border what the interior does, and no other border explains them",
    "{n} 个边缘元胞在{boundary!}下与内部一致，其他边界都不能解释它们"
  ],
  ["torus", "环面"],
  ["dead", "死边界"],
  ["no edge cell can be judged", "没有可判断的边缘元胞"],
  ["the edges fit neither a torus nor dead surroundings", "边缘既不合环面，也不合死边界"],
  ["the edges do not tell a torus from dead surroundings", "边缘分不清环面与死边界"],
  ["as stated", "按所述"],
  ["the states are swapped", "两个状态互换"],
  ["only every generation number {n} is seen", "每 {n} 代只看到一代"],
  ["{name} has one row, which cannot be turned", "{name} 只有一行，无法旋转"],
  ["leave the augmenter out", "请去掉该增广器"],
  ['{n} cells contradict the symmetry "{group}" ({share} % of all)', "{n} 个元胞与对称性“{group}”矛盾（占 {share} %）"],
  [
    "leave the augmenter out, choose a smaller group, or raise tolerance for noisy recordings",
    "请去掉该增广器，选择较小的群，或对有噪声的记录提高容差"
  ],
  ["four thresholds are given, and {family} has {n} states", "给出了四个阈值，而 {family} 有 {n} 个状态"],
  [
    "leave them null; the noise floor then sets one for every pair of states",
    "请不要填写；噪声水平会为每一对状态定出阈值"
  ],
  ["{family} has too many patterns to tabulate", "{family} 的邻域构型太多，无法列表"],
  ["use the inferrer threshold", "请改用推断器 threshold"],
  [
    "frames that are several generations apart are searched among {a} rules only, not {b}",
    "帧间相隔数代时只在 {a} 规则中搜索，不包括 {b}"
  ],
  ["choose --family {family}, or record every generation", "请选择规则族 {family}，或记录每一代"],
  ["generator", "生成器"],
  ["augmenter", "增广器"],
  ["backbone", "骨干网络"],
  ["inferrer", "推断器"],
  ["verifier", "验证器"]
]

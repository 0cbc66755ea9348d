import type { Sentence } from "./match.ts"

/** What the notations of `automata` say of rule strings: the reason, the place, what may stand there. */
export const ofRules: ReadonlyArray<Sentence> = [
  ["{reason!} at the end; {allowed!}", "{reason!}（末尾）；{allowed!}"],
  ["{reason!} at character {n}; {allowed!}", "{reason!}（第 {n} 个字符）；{allowed!}"],
  ["an empty rule; {allowed!}", "规则是空的；{allowed!}"],
  ["a topology suffix", "带有拓扑后缀"],
  ["leave it out of the rule and choose the boundary on its own", "请从规则中删去，边界另行选择"],
  ["a second {kind} part", "有两个 {kind} 部分"],
  ["a third part", "有第三个部分"],
  ["a second separator", "有第二个分隔符"],
  ["a separator after both parts", "两个部分之后还有分隔符"],
  ["rules of two states have one; {forms!}", "二态规则只有一个；{forms!}"],
  [
    "write B…/S… such as B36/S23, or survival/birth counts such as 23/36",
    "请写成 B…/S…，如 B36/S23，或写成 存活/出生 的邻居数，如 23/36"
  ],
  ["count {n} stands twice and differs", "邻居数 {n} 出现两次且不一致"],
  ["write it once, with all its letters", "请只写一次，并带上全部字母"],
  ["9 is not a neighbour count", "9 不是邻居数"],
  ["counts are 0 to 8", "邻居数为 0 至 8"],
  ['"{char}" means {grid!} neighbourhood', "“{char}”表示{grid!}邻域"],
  ["a hexagonal", "六边形"],
  ["a von Neumann", "冯·诺伊曼"],
  ["another", "另一种"],
  ["rules here are on the 3×3 Moore neighbourhood", "这里的规则用 3×3 摩尔邻域"],
  ['unexpected "{char}"', "意外的“{char}”"],
  ["a minus after letters", "减号在字母之后"],
  ["it stands right after its count, as in 2-a", "减号紧跟在邻居数之后，如 2-a"],
  ['"{char}" is not a letter of count {n}', "“{char}”不是邻居数 {n} 的字母"],
  ["count {n} has one arrangement and takes no letters", "邻居数 {n} 只有一种排列，不带字母"],
  ["its letters are {letters}", "可用的字母是 {letters}"],
  ["nothing to leave out of {n}", "邻居数 {n} 没有可排除的"],
  ["no letter of count {n} after the minus", "减号之后没有邻居数 {n} 的字母"],
  ["an empty rule", "规则是空的"],
  ["no birth part", "缺少出生部分"],
  ["letters of count {n}", "邻居数 {n} 带有字母"],
  [
    "a life-like rule has counts only; rules with letters are isotropic",
    "类生命规则只有邻居数；带字母的是各向同性规则"
  ],
  ["a MAP rule begins with MAP", "MAP 规则以 MAP 开头"],
  ["MAP and 86 base64 digits", "MAP 加 86 个 base64 字符"],
  ['"{char}" is not a base64 digit', "“{char}”不是 base64 字符"],
  ["digits are A-Z a-z 0-9 + /", "可用的字符是 A-Z a-z 0-9 + /"],
  ["{n} base64 digits", "有 {n} 个 base64 字符"],
  ["MAP for the 3×3 neighbourhood has 86 (512 bits)", "3×3 邻域的 MAP 有 86 个（512 位）"],
  ["an elementary rule begins with W", "初等规则以 W 开头"],
  ["no rule number", "缺少规则编号"],
  ["{n} is too large", "{n} 太大"],
  ["elementary rules are W0 to W255, such as W110", "初等规则为 W0 至 W255，如 W110"],
  ["write a rule such as B36/S23", "请写一条规则，如 B36/S23"],
  ["{rule} lives in one dimension, the soup has {n} rows", "{rule} 是一维规则，而汤有 {n} 行"],
  ["set height to 1", "请将高度设为 1"],
  [
    "{n} soup{s} of {frames} frames of {width} × {height} cells take {memory}, and {most} are allowed",
    "{n} 个汤、每个 {frames} 帧、每帧 {width} × {height} 个元胞，需要 {memory}，而允许 {most}"
  ],
  ["make them fewer, smaller or shorter, or allow more with --memory", "请减少数量、缩小或缩短，或用 --memory 允许更多"]
]

import type { Sentence } from "./match.ts"

/** What rules of births and survivals, with letters, decay or on other grids, say of their strings. */
const birthSurvival: ReadonlyArray<Sentence> = [
  ["no {id} at the end", "末尾缺少 {id}"],
  ["it names the neighbourhood, as in {rule}", "它表示邻域，如 {rule}"],
  [
    "write B…/S…/C… such as {rule}, or survival/birth/states such as {older}",
    "请写成 B…/S…/C…，如 {rule}，或写成 存活/出生/状态数，如 {older}"
  ],
  [
    "write B…/S…{id} such as {rule}, or survival/birth counts such as {older}",
    "请写成 B…/S…{id}，如 {rule}，或写成 存活/出生 的邻居数，如 {older}"
  ],
  ["the states stand twice", "状态数出现两次"],
  ["no number of states", "缺少状态数"],
  ["2 to 255 states", "状态数为 2 至 255"],
  ["{n} states", "{n} 个状态"],
  ["{n} is not a neighbour count", "{n} 不是邻居数"],
  ["counts are 0 to {n}", "邻居数为 0 至 {n}"],
  ["rules here are on a hexagonal grid", "这里的规则用六边形网格"],
  ["rules here are on the von Neumann neighbourhood", "这里的规则用冯·诺伊曼邻域"],
  ["MAP and {n} base64 digits", "MAP 加 {n} 个 base64 字符"],
  ["MAP for {cells!} has {n} ({m} bits)", "{cells!}的 MAP 有 {n} 个（{m} 位）"],
  ["MAP for {id} has {n} ({m} bits)", "邻域 {id} 的 MAP 有 {n} 个（{m} 位）"],
  ["the hexagonal neighbourhood", "六边形邻域"],
  ["the von Neumann neighbourhood", "冯·诺伊曼邻域"]
]

/** What rules with a radius say of theirs. */
const large: ReadonlyArray<Sentence> = [
  ["write R5,C0,M1,S34..58,B34..45,NM or R2,C2,S6-9,B7-8", "请写成 R5,C0,M1,S34..58,B34..45,NM 或 R2,C2,S6-9,B7-8"],
  ["{forms!}, or 5,34,45,34,58", "{forms!}，或 5,34,45,34,58"],
  ['"{text}" is no range of counts', "“{text}”不是计数的范围"],
  ["ranges are 34..58, 34-58 or 34", "范围写作 34..58、34-58 或 34"],
  ["the range {text} is empty", "范围 {text} 是空的"],
  ["the smaller count stands first", "较小的数写在前面"],
  ["not five numbers", "不是五个数"],
  ["radius {n}", "半径为 {n}"],
  ["radii are 2 to 5 in this form", "这种写法的半径为 2 至 5"],
  ["radii are 1 to {n}", "半径为 1 至 {n}"],
  ["{n} hexadecimal digits", "有 {n} 个十六进制字符"],
  ["radius {n} has {m}", "半径 {n} 应有 {m} 个"],
  ["a count without S or B before it", "计数之前没有 S 或 B"],
  ["an empty part", "有一个部分是空的"],
  ["no {id} part", "缺少 {id} 部分"],
  ["C0 to C255", "可写 C0 至 C255"],
  ["neither M0 nor M1", "既不是 M0，也不是 M1"],
  ["M1: a live cell counts itself", "M1 表示活元胞也计入自身"],
  ["NM square, NN diamond, NC disc", "NM 为方形，NN 为菱形，NC 为圆盘"],
  ["count {n}", "计数 {n}"],
  ["counts are 0 to {n} here", "这里的计数为 0 至 {n}"]
]

/** What codes of sums say of theirs. */
const codes: ReadonlyArray<Sentence> = [
  ["write code 1599 k3 r1, or outer code 224 k2 r1 moore", "请写成 code 1599 k3 r1，或 outer code 224 k2 r1 moore"],
  ["{forms!}; k is 2 to {n}, r is 1 to {m}", "{forms!}；k 为 2 至 {n}，r 为 1 至 {m}"],
  ["no code", "缺少 code"],
  ["no number of a code", "缺少 code 的编号"],
  ["a code that is too large", "编号太大"],
  ["it has {n} digits at most", "编号最多有 {n} 位"]
]

/** What `lattice` says of rule strings beside those of two states on the Moore neighbourhood. */
export const ofNotations: ReadonlyArray<Sentence> = [...birthSurvival, ...large, ...codes]

import type { Sentence } from "./match.ts"

/** What the verifier says of one part of the frames. */
const parts: ReadonlyArray<Sentence> = [
  ["no transition was held out", "没有留出任何转移"],
  ["the rule decides none of the observed cells", "规则不能决定任何一个观测到的元胞"],
  ["{found!}; {cells!} of undetermined classes left out", "{found!}；未定的类有 {cells!}，未计入"],
  ["all {cells!} agree", "{cells!}全部一致"],
  ["{wrong} of {cells!} disagree, within the tolerance", "{cells!}中有 {wrong} 个不一致，在容差之内"],
  ["{wrong} of {cells!} contradict the rule", "{cells!}中有 {wrong} 个与规则矛盾"],
  [
    "{share} of the cells agree, but {classes!} the other way would explain them much better",
    "{share} 的元胞一致，但若{classes!} 取相反的结果，解释会好得多"
  ],
  [
    "{share} of the cells agree, but noise does not explain the others: see {classes!}",
    "{share} 的元胞一致，但噪声不能解释其余的：见 {classes!}"
  ],
  [
    "{share} of the cells agree, as a true rule does at this noise ({low} to {high})",
    "{share} 的元胞一致，与真实规则在此噪声下的表现相符（{low} 至 {high}）"
  ],
  ["class {names}", "类 {names}"],
  ["classes {names}", "类 {names}"]
]

/** Why the verdict of a run is what it is, and what would settle it. */
const judgements: ReadonlyArray<Sentence> = [
  ["the training part speaks against it: {because!}", "训练部分与之矛盾：{because!}"],
  ["on held-out frames {because!}", "在留出的帧上，{because!}"],
  ["one transition cannot be both read and proved on", "只有一次转移，不能既用于推断又用于验证"],
  ["no proof was asked for", "没有要求验证"],
  [
    "the training part looked {part}, all frames together are {whole}",
    "训练部分看来属于规则族 {part}，而全部帧合起来属于 {whole}"
  ],
  ["it decides {n} of {m} held-out cells only", "它只能决定 {m} 个留出元胞中的 {n} 个"],
  [
    "all frames together say otherwise than the training part about {n} of {m} classes",
    "{m} 个类中有 {n} 个，全部帧合起来与训练部分所得不同"
  ],
  ["in this noise {classes!} may as well be otherwise", "在此噪声下，{classes!} 也可能是另一种结果"],
  ["choose another --inferrer or --family", "请改用另一个 --inferrer 或 --family"],
  ["leave out --held-out 0", "请去掉 --held-out 0"],
  ["record more frames", "请记录更多的帧"],
  ["record more frames, or state --family {family}", "请记录更多的帧，或指定 --family {family}"],
  ["record more frames in which the undetermined classes occur", "请记录更多出现未定的类的帧"],
  ["record more frames, or read by likelihood", "请记录更多的帧，或改用推断器 likelihood"]
]

/** What `subject` and the verifier say of a rule after the frames: what holds a part of it in itself comes first. */
export const ofVerdicts: ReadonlyArray<Sentence> = [...judgements, ...parts]

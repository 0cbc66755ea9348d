import type { Sentence } from "./match.ts"

/** What families of rules say of rules that are not theirs. */
export const ofFamilies: ReadonlyArray<Sentence> = [
  ["no kind of rule is known", "没有已知的规则种类"],
  ["give at least one kind of family", "请至少给出一种规则族"],
  ["rules with cells that decay have counts only", "元胞会衰减的规则只有邻居数"],
  ["another number of states or another grid", "状态数或网格不同"],
  ["{n} states and {id} here", "这里是 {n} 个状态，邻域为 {id}"],
  ["another family, {variant}", "属于另一个规则族：{variant}"],
  ["rules here begin with {id} and end with {m}", "这里的规则以 {id} 开头，以 {m} 结尾"],
  ["codes here are of {variant}", "这里的编号属于 {variant}"],
  ["tables here are of {variant}", "这里的规则表属于 {variant}"],
  ["arrangements of {id} have different next states", "{id} 的不同排列有不同的下一状态"],
  ["the rule is not isotropic", "该规则不是各向同性的"]
]

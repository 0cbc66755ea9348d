import type { Sentence } from "./match.ts"

/** What `lattice` says of rule tables. */
export const ofTables: ReadonlyArray<Sentence> = [
  ["no @TABLE section", "缺少 @TABLE 段"],
  ["an @TABLE section as in Golly's .rule files", "请给出 Golly 的 .rule 文件那样的 @TABLE 段"],
  ["the neighbourhood {id}", "未知的邻域 {id}"],
  ["known are {names}", "已知的有 {names}"],
  ["no n_states before this line", "此行之前没有 n_states"],
  ["no n_states", "缺少 n_states"],
  ["no variable", "不是变量的定义"],
  ["write var a={0,1,2}", "请写成 var a={0,1,2}"],
  ['"{text}" is neither a state nor a variable', "“{text}”既不是状态，也不是变量"],
  ["{n} entries", "有 {n} 项"],
  ["{id} has {n} a line", "{id} 每行应有 {n} 项"],
  ["the symmetry {id}", "未知的对称性 {id}"],
  ["{id} has none, {names}", "{id} 可用的对称性有 none, {names}"],
  ["variables that name too many arrangements", "变量所表示的邻域构型太多"],
  ["use fewer of them", "请少用一些变量"],
  ["{n} states on {id} with {m}", "{n} 个状态、邻域 {id}、对称性 {m}"],
  ["that is more arrangements than are tabulated here", "邻域构型太多，这里无法列表"]
]

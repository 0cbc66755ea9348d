/** What choosing a family says, by template. */
export const ofChoices: Readonly<Record<string, string>> = {
  "no {0} rules are known for {1}": "没有适用于{1}的 {0} 规则",
  "{0} states on {1} make {2} arrangements of cells": "{0} 个状态在邻域 {1} 上有 {2} 种邻域构型",
  "up to {0} are counted; merge states, or choose a family on fewer cells":
    "最多计入 {0} 种；请合并状态，或选择邻域较小的规则族"
}

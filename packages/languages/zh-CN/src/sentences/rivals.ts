import type { Sentence } from "./match.ts"

/** What `subject` says of frames that follow no rule of single steps: what seems to be so, and what to try. */
export const ofRivals: ReadonlyArray<Sentence> = [
  [
    "cells that change do so in {n} % of the cases, whatever is around them, and others never: cells are updated at random times (asynchronous), or the rule is stochastic",
    "会变化的元胞无论周围如何，都只在 {n} % 的情形中变化，其余的从不变化：元胞在随机的时刻更新（异步），或规则是随机的"
  ],
  ["no family here has probabilities; look for one outside", "这里没有带概率的规则族；请在别处寻找"],
  [
    "all contradictions are in {n} of {m} transitions ({names}): {what!}",
    "矛盾都在 {m} 次转移中的 {n} 次（{names}）：{what!}"
  ],
  ["frames are doubled", "有重复的帧"],
  ["frames are missing, doubled or out of order", "有帧缺失、重复或次序颠倒"],
  ["take the doubled frames out", "请去掉重复的帧"],
  ["cut the recording there", "请在该处截断记录"],
  [
    "the rule changes at frame {n}: before and after it the frames follow different rules",
    "规则在第 {n} 帧改变：此前与此后的帧遵循不同的规则"
  ],
  ["read the two parts on their own", "请对两部分分别推断"],
  [
    "the next state depends on where the live cells are, not only on how many",
    "下一状态不仅取决于活元胞的数目，还取决于其位置"
  ],
  ["try --family auto", "请尝试 --family auto"],
  [
    "the next state depends on the generation before as well: a second-order rule",
    "下一状态还取决于再前一代：二阶规则"
  ],
  ["no family here has a memory; look for one outside", "这里没有带记忆的规则族；请在别处寻找"],
  ["odd and even generations follow different rules: an alternating rule", "奇数代与偶数代遵循不同的规则：交替规则"],
  ["read the odd and the even transitions on their own", "请对奇数次与偶数次转移分别推断"],
  [
    "the next state depends on whether row, column and generation are odd: a block automaton (Margolus neighbourhood)",
    "下一状态取决于行号、列号和代的序号的奇偶：分块元胞自动机（马戈勒斯邻域）"
  ],
  ["no family here has blocks; look for one outside", "这里没有分块的规则族；请在别处寻找"],
  [
    "the next state depends on cells further away: a larger neighbourhood, or generations that are missing",
    "下一状态取决于更远的元胞：邻域更大，或有缺失的代"
  ],
  ["try --stride auto", "请尝试 --stride auto"]
]

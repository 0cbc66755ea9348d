import type { Sentence } from "./match.ts"

/** What `study` says of studies that are too large to plan. */
export const ofPlans: ReadonlyArray<Sentence> = [
  ["the study comes to {n} runs, and at most {m} are planned", "该研究共有 {n} 次运行，而最多计划 {m} 次"],
  [
    'use fewer values or seeds, or combine fewer axes ("design" with subsets)',
    "请减少取值或种子，或少组合一些因素（在 design 中用 subsets）"
  ]
]

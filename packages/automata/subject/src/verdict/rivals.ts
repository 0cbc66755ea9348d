import { type Family, fold, type Observation, takeCensus } from "@rulescope/lattice"
import { asynchronous } from "./asynchronous.ts"
import type { Rival } from "./Judgement.ts"
import { oddFrames } from "./oddFrames.ts"
import { otherDependence } from "./otherDependence.ts"

/** What explains frames one generation apart clearly better than a rule of the family does, where cells contradict every such rule. */
export const rivalOf = (family: Family, observations: ReadonlyArray<Observation>): Rival | null => {
  if (family.partition === null) return null
  return (
    oddFrames(family, observations) ??
    otherDependence(family, observations) ??
    asynchronous(fold(takeCensus(family.neighbourhood, family.states, observations).counts, family))
  )
}

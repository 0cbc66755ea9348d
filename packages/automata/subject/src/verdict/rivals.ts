import { type Family, fold, type Observation, takeCensus } from "@rulescope/lattice"
import { asynchronous } from "./asynchronous.ts"
import type { Rival } from "./Judgement.ts"
import { oddFrames } from "./oddFrames.ts"
import { otherDependence } from "./otherDependence.ts"

/**
 * What explains frames one generation apart clearly better than a rule of the family does, where cells contradict every
 * such rule. Random updates are not looked for where noise explains the contradictions.
 */
export const rivalOf = (
  family: Family,
  observations: ReadonlyArray<Observation>,
  noiseExplains: boolean
): Rival | null => {
  if (family.partition === null) return null
  const other = oddFrames(family, observations) ?? otherDependence(family, observations)
  if (other !== null || noiseExplains) return other
  return asynchronous(fold(takeCensus(family.neighbourhood, family.states, observations).counts, family))
}

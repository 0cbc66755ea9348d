import { type Census, type Neighbourhood, type Observation, takeCensus } from "@rulescope/lattice"

const known = new WeakMap<ReadonlyArray<Observation>, Map<string, Census>>()

/** The census of observations, taken once for each neighbourhood; throws where patterns are too many to tabulate. */
export const censusOf = (
  neighbourhood: Neighbourhood,
  states: number,
  observations: ReadonlyArray<Observation>
): Census => {
  const taken = known.get(observations) ?? new Map<string, Census>()
  known.set(observations, taken)
  const census = taken.get(neighbourhood.id) ?? takeCensus(neighbourhood, states, observations)
  taken.set(neighbourhood.id, census)
  return census
}

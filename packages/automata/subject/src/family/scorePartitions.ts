import { type Census, censusTotal, type Observation, type Partition } from "@rulescope/lattice"
import { halves } from "./halves.ts"
import { isNoisy } from "./isNoisy.ts"
import { scoreMisfires, tally } from "./scoreMisfires.ts"
import { fitUnderNoise, scoreUnderNoise } from "./scoreUnderNoise.ts"

/** Scores of partitions by one criterion. */
export interface PartitionScores {
  readonly criterion: string
  /** The score of one of the partitions, as parts that add up. */
  readonly of: (partition: Partition) => ReadonlyArray<number>
}

/** The same for partitions with the same classes, however these are numbered. */
const keyOf = ({ partition }: Partition): string => {
  const names = new Map<number, number>()
  return Array.from(partition!, (index) => {
    const name = names.get(index) ?? names.size
    names.set(index, name)
    return name
  }).join()
}

/**
 * Scores partitions of the patterns of a census: by marginal likelihood, or, where cells contradict even the finest
 * of them, by how well the labels found in one half of the observations predict the other. Yields between pieces of
 * work, so that the caller can stop.
 */
export function* scorePartitions(
  partitions: ReadonlyArray<Partition>,
  census: Census,
  observations: ReadonlyArray<Observation>
): Generator<void, PartitionScores> {
  const { neighbourhood, states } = census
  const distinct = new Map<string, Partition>()
  for (const partition of partitions) distinct.set(keyOf(partition), partition)
  const keys = [...distinct.keys()].sort((a, b) => distinct.get(a)!.classes.length - distinct.get(b)!.classes.length)
  const ordered = keys.map((key) => distinct.get(key)!)
  const known = new Map<string, ReadonlyArray<number>>()
  const of = (partition: Partition): ReadonlyArray<number> => known.get(keyOf(partition))!
  const parts = isNoisy(census) ? halves(neighbourhood, states, observations) : []
  if (parts.length === 0 || parts.some(({ sum }) => censusTotal(sum) === 0)) {
    for (const [i, key] of keys.entries()) known.set(key, [scoreMisfires(tally(census, ordered[i]!), states)])
    return { criterion: "marginal likelihood", of }
  }
  for (const [half, { sum }] of parts.entries()) {
    const fits = yield* fitUnderNoise(ordered, sum)
    for (const [i, key] of keys.entries()) {
      known.set(key, [...(known.get(key) ?? []), ...scoreUnderNoise(fits[i]!, parts[1 - half]!)])
      yield
    }
  }
  return { criterion: "held-out composite likelihood", of }
}

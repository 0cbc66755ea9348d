import { censusTotal, type Partition } from "@rulescope/lattice"
import type { Criterion } from "./Criterion.ts"
import { halves } from "./halves.ts"
import { isNoisy } from "./isNoisy.ts"
import { scoreMisfires, tally } from "./scoreMisfires.ts"
import { fitUnderNoise, scoreUnderNoise } from "./scoreUnderNoise.ts"

/** Patterns up to which the noise of recorded cells is modelled: its steps cost as many times the classes. */
const mostPatterns = 1 << 10

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
 * By marginal likelihood, or, where cells contradict even the finest folding, by how well the labels found in one half
 * of the observations predict the other; by the first alone where patterns are too many for the second.
 */
export const marginalLikelihood: Criterion = function* (foldings, { census, observations, states }) {
  const noisy = census !== null && census.counts.length <= mostPatterns * states && isNoisy(census)
  const parts = noisy ? halves(census.neighbourhood, states, observations) : []
  if (parts.length === 0 || parts.some(({ sum }) => censusTotal(sum) === 0)) {
    return {
      criterion: "marginal likelihood",
      of: ({ counts }) => [scoreMisfires(tally(counts, states), states)]
    }
  }
  const distinct = new Map<string, Partition>()
  for (const { partition } of foldings) distinct.set(keyOf(partition!), partition!)
  const keys = [...distinct.keys()].sort((a, b) => distinct.get(a)!.classes.length - distinct.get(b)!.classes.length)
  const ordered = keys.map((key) => distinct.get(key)!)
  const known = new Map<string, ReadonlyArray<number>>()
  for (const [half, { sum }] of parts.entries()) {
    const fits = yield* fitUnderNoise(ordered, sum)
    for (const [i, key] of keys.entries()) {
      known.set(key, [...(known.get(key) ?? []), ...scoreUnderNoise(fits[i]!, parts[1 - half]!)])
      yield
    }
  }
  return { criterion: "held-out composite likelihood", of: ({ partition }) => known.get(keyOf(partition!))! }
}

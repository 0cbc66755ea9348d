import type { Family } from "@rulescope/lattice"

/** What the sampler takes as given, as logarithms. Two states. */
export interface Dynamics {
  /** Log-odds that a cell with this pattern goes live. */
  readonly live: Float32Array
  /** `gain[(i * 2 + next) * patterns + pattern]`: log-likelihood of `next` won when cell i of the pattern goes live. */
  readonly gain: Float32Array
  /** Log-odds that a recorded live cell is live: log((1 - ε) / ε). */
  readonly recorded: number
}

/**
 * Tables of the sampler for a two-state rule whose class goes live with probability `live[class]`, strictly
 * between 0 and 1.
 */
export const tabulate = (family: Family, live: ArrayLike<number>, observation: number): Dynamics => {
  const partition = family.partition!
  const patterns = partition.length
  const arity = family.neighbourhood.offsets.length
  const logOdds = Float32Array.from(partition, (index) => Math.log(live[index]! / (1 - live[index]!)))
  const gain = new Float32Array(arity * 2 * patterns)
  for (let i = 0; i < arity; i++) {
    const bit = 1 << (arity - 1 - i)
    for (let pattern = 0; pattern < patterns; pattern++) {
      const on = live[partition[pattern | bit]!]!
      const off = live[partition[pattern & ~bit]!]!
      gain[2 * i * patterns + pattern] = Math.log((1 - on) / (1 - off))
      gain[(2 * i + 1) * patterns + pattern] = Math.log(on / off)
    }
  }
  const rate = Math.min(Math.max(observation, 1e-6), 0.5)
  return {
    live: logOdds,
    gain,
    recorded: Math.log((1 - rate) / rate)
  }
}

import { makeRandom } from "@rulescope/random"

/** How often each of `blocks` blocks is taken in every resample: row after row, `replicates` × `blocks`. */
export interface Draws {
  readonly replicates: number
  readonly of: (blocks: number) => Uint16Array
}

/**
 * Resamples with replacement, drawn once for every number of blocks and shared by all intervals over as many, so that
 * an interval does not depend on which others were asked for.
 */
export const makeDraws = (seed: string, replicates: number): Draws => {
  const drawn = new Map<number, Uint16Array>()
  const draw = (blocks: number): Uint16Array => {
    const random = makeRandom(`${seed}/resample ${blocks}`)
    const taken = new Uint16Array(replicates * blocks)
    for (let start = 0; start < taken.length; start += blocks) {
      for (let i = 0; i < blocks; i++) taken[start + random.below(blocks)]!++
    }
    return taken
  }
  return {
    replicates,
    of: (blocks) => {
      const known = drawn.get(blocks) ?? draw(blocks)
      drawn.set(blocks, known)
      return known
    }
  }
}

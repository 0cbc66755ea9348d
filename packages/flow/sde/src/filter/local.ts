import type { Law, Weighted } from "../law/law.ts"
import { compileSums } from "../law/sums.ts"
import { slopeOf } from "../terms/derivative.ts"

/** Drift of a law around a point: value, slopes and bends. */
export interface Local {
  readonly drift: Float64Array
  /** ∂f_k/∂x_l at [k * d + l]. */
  readonly slope: Float64Array
  /** ∂²f_k/∂x_l∂x_m for l ≥ m, in the order of `pairs`. */
  readonly bend: Float64Array
  /** (k, l, m) of each bend that is not 0 everywhere. */
  readonly pairs: ReadonlyArray<readonly [number, number, number]>
  readonly at: (x: ArrayLike<number>) => void
}

/** Compiles the drift of a law with its first and second derivatives. */
export const compileLocal = ({ drift, space }: Law): Local => {
  const d = space.coordinates.length
  const slopes = drift.flatMap((sum) => space.coordinates.map((_, l) => slopeOf(space, sum, l)))
  const bends: Array<ReadonlyArray<Weighted>> = []
  const pairs: Array<readonly [number, number, number]> = []
  for (const [i, slope] of slopes.entries()) {
    const [k, l] = [Math.floor(i / d), i % d]
    for (let m = 0; m <= l; m++) {
      const bend = slopeOf(space, slope, m)
      if (bend.length === 0) continue
      bends.push(bend)
      pairs.push([k, l, m])
    }
  }
  const sums = [...drift, ...slopes, ...bends]
  const all = new Float64Array(sums.length)
  const evaluate = compileSums(space, sums)
  return {
    drift: all.subarray(0, d),
    slope: all.subarray(d, d + d * d),
    bend: all.subarray(d + d * d),
    pairs,
    at: (x) => evaluate(x, all)
  }
}

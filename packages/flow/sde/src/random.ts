import { makeRandom } from "@rulescope/random"

/** A stream of random numbers that is the same on every machine, but for the last bit of `Math.log` and `Math.sqrt`. */
export interface Normals {
  /** Uniform in [0, 1), 53 random bits. */
  readonly uniform: () => number
  /** Standard normal. */
  readonly normal: () => number
}

/**
 * Normals by the polar method (G. Marsaglia, T. A. Bray, 1964) from a seed in words, usually `"<seed>/<stage>"`.
 */
export const makeNormals = (seed: string): Normals => {
  const { bits, uniform } = makeRandom(seed)
  let spare = Number.NaN
  const normal = (): number => {
    if (!Number.isNaN(spare)) {
      const kept = spare
      spare = Number.NaN
      return kept
    }
    let u = 0
    let v = 0
    let s = 0
    do {
      u = bits() / 0x80000000 - 1
      v = bits() / 0x80000000 - 1
      s = u * u + v * v
    } while (s >= 1 || s === 0)
    const scale = Math.sqrt((-2 * Math.log(s)) / s)
    spare = v * scale
    return u * scale
  }
  return { uniform, normal }
}

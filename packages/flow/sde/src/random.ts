/** Streams of random numbers that are the same on every machine up to the last bit of `Math.log` and `Math.sqrt`. */
export interface Normals {
  /** Uniform in [0, 1), 53 random bits. */
  readonly uniform: () => number
  /** Standard normal. */
  readonly normal: () => number
}

/**
 * sfc32 seeded from text by FNV-1a hashes of different bases, and normals from it by the polar method.
 *
 * Sources: C. Doty-Humphrey, PractRand 0.94 (2018), sfc32; G. Fowler, L. C. Noll, K.-P. Vo, FNV (1991), over UTF-16
 * units; G. Marsaglia, T. A. Bray (1964), polar method. The text is usually `"<seed>/<stage>"`.
 */
export const makeNormals = (seed: string): Normals => {
  const hash = (basis: number): number => {
    let h = basis | 0
    for (let i = 0; i < seed.length; i++) h = Math.imul(h ^ seed.charCodeAt(i), 0x01000193)
    return h
  }
  let a = hash(0x811c9dc5)
  let b = hash(0x01000193)
  let c = hash(0x9e3779b9)
  let d = 1
  const bits = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 12; i++) bits()
  const uniform = (): number => ((bits() >>> 5) * 0x4000000 + (bits() >>> 6)) / 0x20000000000000
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

/** A stream of random numbers that is the same on every machine. */
export interface Random {
  /** Uniform 32-bit unsigned integer. */
  readonly bits: () => number
  /** Uniform in [0, 1), 53 random bits. */
  readonly uniform: () => number
  /** Uniform integer in [0, below), below at most 2⁵³. */
  readonly below: (below: number) => number
}

/**
 * sfc32, its three words seeded from text by FNV-1a hashes of different bases, then 12 rounds of mixing.
 *
 * Sources: C. Doty-Humphrey, PractRand 0.94 (2018), sfc32; G. Fowler, L. C. Noll, K.-P. Vo, FNV (1991), here over
 * UTF-16 units instead of bytes. The text is usually `"<seed>/<stage>"`, so that stages draw from unrelated streams.
 */
export const makeRandom = (seed: string): Random => {
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
    c = ((c << 21) | (c >>> 11)) + t
    c |= 0
    return t >>> 0
  }
  for (let i = 0; i < 12; i++) bits()
  const uniform = (): number => ((bits() >>> 5) * 0x4000000 + (bits() >>> 6)) / 0x20000000000000
  return { bits, uniform, below: (below) => Math.floor(uniform() * below) }
}

/** A 31-bit integer seed derived from text, for libraries that take integers. */
export const integerSeed = (seed: string): number => makeRandom(seed).bits() >>> 1

import type { Config } from "./Config.ts"

/** A matrix of zeros with ones at some places. */
export interface Pattern {
  readonly shape: readonly [number, number]
  readonly values: Float32Array
}

const pattern = (rows: number, columns: number, ones: ReadonlyArray<readonly [number, number]>): Pattern => {
  const values = new Float32Array(rows * columns)
  for (const [row, column] of ones) values[row * columns + column] = 1
  return { shape: [rows, columns], values }
}

const range = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, i) => i)

/** Places [k, l] below the diagonal of a d × d matrix, row by row. */
export const below = (d: number): ReadonlyArray<readonly [number, number]> =>
  range(d).flatMap((k) => range(k).map((l) => [k, l] as const))

/** Numbers that describe noise in d coordinates: logarithms of deviations, then what couples them. */
export const noiseNumbers = (noise: Config["noise"], d: number): number =>
  noise === "scalar" ? 1 : noise === "diagonal" ? d : (d * (d + 1)) / 2

/** From those numbers to the logarithm of each coordinate's deviation. */
export const deviations = (noise: Config["noise"], d: number): Pattern =>
  pattern(
    noiseNumbers(noise, d),
    d,
    range(d).map((k) => [noise === "scalar" ? 0 : k, k])
  )

/** From those numbers to the entries of a d × d matrix below its diagonal. */
export const couplings = (d: number): Pattern =>
  pattern(
    noiseNumbers("full", d),
    d * d,
    below(d).map(([k, l], i) => [d + i, k * d + l])
  )

/** The identity, as one row. */
export const identity = (d: number): Pattern =>
  pattern(
    1,
    d * d,
    range(d).map((k) => [0, k * d + k])
  )

/** Index triples (k, l, m) of d³ columns. */
const triples = (d: number, of: (k: number, l: number, m: number) => readonly [number, number]) =>
  range(d ** 3).map((i) => of(Math.floor(i / (d * d)), Math.floor(i / d) % d, i % d))

/** From C to the columns (k, l, m) that hold C_kl, and to those that hold C_km; from the columns to their sum for each k. */
export const quadratic = (d: number) => ({
  left: pattern(
    d * d,
    d ** 3,
    triples(d, (k, l, m) => [k * d + l, (k * d + l) * d + m])
  ),
  right: pattern(
    d * d,
    d ** 3,
    triples(d, (k, l, m) => [k * d + m, (k * d + l) * d + m])
  ),
  sum: pattern(
    d ** 3,
    d,
    triples(d, (k, l, m) => [(k * d + l) * d + m, k])
  )
})

/** From u to the columns (k, l) that hold u_l, and from those columns to their sum for each k. */
export const linear = (d: number) => {
  const pairs = range(d * d)
  return {
    spread: pattern(
      d,
      d * d,
      pairs.map((i) => [i % d, i])
    ),
    sum: pattern(
      d * d,
      d,
      pairs.map((i) => [i, Math.floor(i / d)])
    )
  }
}

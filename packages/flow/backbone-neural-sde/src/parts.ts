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

/** The same with rows as columns: products with a turned factor are slow on WebAssembly. */
export const turned = ({ shape: [rows, columns], values }: Pattern): Pattern => ({
  shape: [columns, rows],
  values: values.map((_, i) => values[(i % rows) * columns + Math.floor(i / rows)]!)
})

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

/** From u to the columns (k, l) that hold u_l; from those columns to their sum for each k. */
export const pairs = (d: number) => {
  const all = range(d * d)
  return {
    each: pattern(
      d,
      d * d,
      all.map((i) => [i % d, i])
    ),
    sum: pattern(
      d * d,
      d,
      all.map((i) => [i, Math.floor(i / d)])
    )
  }
}

/** From C and from S to the columns (k, l, m) that hold C_km and S_ml; from those columns to their sum for each (k, l). */
export const triples = (d: number) => {
  const all = range(d ** 3).map((i) => ({ k: Math.floor(i / (d * d)), l: Math.floor(i / d) % d, m: i % d, i }))
  return {
    left: pattern(
      d * d,
      d ** 3,
      all.map(({ i, k, m }) => [k * d + m, i])
    ),
    right: pattern(
      d * d,
      d ** 3,
      all.map(({ i, l, m }) => [m * d + l, i])
    ),
    sum: pattern(
      d ** 3,
      d * d,
      all.map(({ i, k, l }) => [i, k * d + l])
    )
  }
}

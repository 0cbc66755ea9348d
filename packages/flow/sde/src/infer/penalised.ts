import { cholesky, solveCholesky } from "../linear/cholesky.ts"
import type { Quadratic } from "./quadratic.ts"

/** Most probable coefficients of a quadratic likelihood under independent normal priors around 0. */
export const solvePenalised = ({ gradient, information }: Quadratic, prior?: ArrayLike<number>): Float64Array => {
  const n = gradient.length
  const scale = Float64Array.from(
    { length: n },
    (_, j) => 1 / Math.sqrt(information[j * n + j]! + (prior?.[j] ?? 0) || 1)
  )
  const matrix = information.map((value, i) => {
    const [j, k] = [Math.floor(i / n), i % n]
    return (value + (j === k ? (prior?.[j] ?? 0) : 0)) * scale[j]! * scale[k]!
  })
  const root = cholesky(matrix, n, 1e-13) ?? new Float64Array(n * n)
  return solveCholesky(
    root,
    n,
    gradient.map((value, j) => value * scale[j]!)
  ).map((value, j) => value * scale[j]!)
}

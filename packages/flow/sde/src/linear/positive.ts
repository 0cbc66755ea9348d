import { symmetricEigen } from "./eigen.ts"

/** The nearest symmetric matrix without negative eigenvalues, rows one after the other. */
export const withoutNegative = (matrix: Float64Array, n: number): Float64Array => {
  const { values, vectors } = symmetricEigen(matrix, n)
  if (values.every((value) => value >= 0)) return matrix
  const result = new Float64Array(n * n)
  for (let e = 0; e < n; e++) {
    if (values[e]! <= 0) continue
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        result[i * n + j] = result[i * n + j]! + values[e]! * vectors[e * n + i]! * vectors[e * n + j]!
  }
  return result
}

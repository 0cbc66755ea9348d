/** Eigenvalues in ascending order, and the eigenvectors: row i belongs to value i. */
export interface Eigen {
  readonly values: Float64Array
  readonly vectors: Float64Array
}

/** Cyclic Jacobi rotations (C. G. J. Jacobi, 1846) of a symmetric matrix, rows one after the other. */
export const symmetricEigen = (matrix: ArrayLike<number>, n: number): Eigen => {
  const a = Float64Array.from(matrix)
  const v = new Float64Array(n * n)
  for (let i = 0; i < n; i++) v[i * n + i] = 1
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0
    let diagonal = 0
    for (let i = 0; i < n; i++) {
      diagonal += a[i * n + i]! ** 2
      for (let j = 0; j < i; j++) off += a[i * n + j]! ** 2
    }
    if (off <= 1e-30 * diagonal) break
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = a[p * n + q]!
        if (apq === 0) continue
        const ratio = (a[q * n + q]! - a[p * n + p]!) / (2 * apq)
        const t = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1))
        const c = 1 / Math.sqrt(t * t + 1)
        const s = t * c
        for (let k = 0; k < n; k++) {
          const x = a[k * n + p]!
          const y = a[k * n + q]!
          a[k * n + p] = c * x - s * y
          a[k * n + q] = s * x + c * y
        }
        for (let k = 0; k < n; k++) {
          const x = a[p * n + k]!
          const y = a[q * n + k]!
          a[p * n + k] = c * x - s * y
          a[q * n + k] = s * x + c * y
          const f = v[p * n + k]!
          const g = v[q * n + k]!
          v[p * n + k] = c * f - s * g
          v[q * n + k] = s * f + c * g
        }
      }
    }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[i * n + i]! - a[j * n + j]!)
  const vectors = new Float64Array(n * n)
  for (const [row, i] of order.entries()) vectors.set(v.subarray(i * n, (i + 1) * n), row * n)
  return { values: Float64Array.from(order, (i) => a[i * n + i]!), vectors }
}

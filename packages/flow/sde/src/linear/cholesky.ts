/**
 * Lower triangle L with L Lᵀ = A of a symmetric positive semidefinite matrix, rows one after the other; a pivot below
 * `tolerance` times the largest diagonal entry counts as zero, and its column stays empty. Undefined for a matrix that
 * has a clearly negative pivot.
 */
export const cholesky = (a: ArrayLike<number>, n: number, tolerance = 1e-14): Float64Array | undefined => {
  const l = new Float64Array(n * n)
  let largest = 0
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(a[i * n + i]!))
  const small = tolerance * largest
  for (let j = 0; j < n; j++) {
    let pivot = a[j * n + j]!
    for (let k = 0; k < j; k++) pivot -= l[j * n + k]! ** 2
    if (!(pivot >= -Math.sqrt(tolerance) * largest)) return undefined
    if (pivot <= small) continue
    const root = Math.sqrt(pivot)
    l[j * n + j] = root
    for (let i = j + 1; i < n; i++) {
      let value = a[i * n + j]!
      for (let k = 0; k < j; k++) value -= l[i * n + k]! * l[j * n + k]!
      l[i * n + j] = value / root
    }
  }
  return l
}

/** x with L Lᵀ x = b, written over b; directions of empty pivots come out 0. */
export const solveCholesky = (l: Float64Array, n: number, b: Float64Array): Float64Array => {
  for (let i = 0; i < n; i++) {
    let value = b[i]!
    for (let k = 0; k < i; k++) value -= l[i * n + k]! * b[k]!
    const pivot = l[i * n + i]!
    b[i] = pivot > 0 ? value / pivot : 0
  }
  for (let i = n - 1; i >= 0; i--) {
    let value = b[i]!
    for (let k = i + 1; k < n; k++) value -= l[k * n + i]! * b[k]!
    const pivot = l[i * n + i]!
    b[i] = pivot > 0 ? value / pivot : 0
  }
  return b
}

/** Inverse of L Lᵀ, rows one after the other. */
export const invertCholesky = (l: Float64Array, n: number): Float64Array => {
  const inverse = new Float64Array(n * n)
  const column = new Float64Array(n)
  for (let j = 0; j < n; j++) {
    column.fill(0)
    column[j] = 1
    solveCholesky(l, n, column)
    for (let i = 0; i < n; i++) inverse[i * n + j] = column[i]!
  }
  return inverse
}

/** Natural logarithm of the determinant of L Lᵀ. */
export const logDeterminant = (l: Float64Array, n: number): number => {
  let sum = 0
  for (let i = 0; i < n; i++) sum += Math.log(l[i * n + i]!)
  return 2 * sum
}

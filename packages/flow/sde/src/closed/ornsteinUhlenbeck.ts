/**
 * Transition of the linear flow x′ = A x + b + noise D over a time: E[x(Δ) | x] = P x + c with P = exp(AΔ), and the
 * covariance ∫ exp(As) D exp(Aᵀs) ds. Matrices are d × d, rows one after the other.
 */
export interface LinearTransition {
  readonly propagator: Float64Array
  readonly offset: Float64Array
  readonly covariance: Float64Array
}

const multiply = (a: Float64Array, b: Float64Array, n: number): Float64Array => {
  const product = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++)
      for (let j = 0; j < n; j++) product[i * n + j] = product[i * n + j]! + a[i * n + k]! * b[k * n + j]!
  return product
}

/** exp of a square matrix by scaling and squaring of its Taylor series, relative error about 10⁻¹⁵. */
const matrixExponential = (matrix: ArrayLike<number>, n: number): Float64Array => {
  let norm = 0
  for (let i = 0; i < n; i++) {
    let row = 0
    for (let j = 0; j < n; j++) row += Math.abs(matrix[i * n + j]!)
    norm = Math.max(norm, row)
  }
  const halvings = Math.max(0, Math.ceil(Math.log2(Math.max(norm, 1e-300))) + 2)
  const scaled = Float64Array.from(matrix, (value) => value / 2 ** halvings)
  let sum = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0))
  let term: Float64Array = sum.slice()
  for (let k = 1; k <= 18; k++) {
    term = multiply(term, scaled, n).map((value) => value / k)
    sum = sum.map((value, i) => value + term[i]!)
  }
  let result: Float64Array = sum
  for (let s = 0; s < halvings; s++) result = multiply(result, result, n)
  return result
}

/** Exact transition of a linear flow; the covariance by the block exponential of C. F. Van Loan (1978). */
export const linearTransition = (
  slope: ArrayLike<number>,
  constant: ArrayLike<number>,
  noise: ArrayLike<number>,
  time: number
): LinearTransition => {
  const d = constant.length
  const m = 2 * d
  const block = new Float64Array(m * m)
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      block[i * m + j] = -slope[i * d + j]! * time
      block[i * m + d + j] = noise[i * d + j]! * time
      block[(d + i) * m + d + j] = slope[j * d + i]! * time
    }
  }
  const exponential = matrixExponential(block, m)
  const propagator = new Float64Array(d * d)
  const upper = new Float64Array(d * d)
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      propagator[i * d + j] = exponential[(d + j) * m + d + i]!
      upper[i * d + j] = exponential[i * m + d + j]!
    }
  }
  const covariance = multiply(propagator, upper, d)
  // ∫ exp(As) ds b from one more block of the same kind.
  const e = d + 1
  const extended = new Float64Array(e * e)
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) extended[i * e + j] = slope[i * d + j]! * time
    extended[i * e + d] = constant[i]! * time
  }
  const integrated = matrixExponential(extended, e)
  return { propagator, offset: Float64Array.from({ length: d }, (_, i) => integrated[i * e + d]!), covariance }
}

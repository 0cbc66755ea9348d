import { cholesky, solveCholesky } from "../linear/cholesky.ts"

/** Whether something that ought to have no influence on a quantity has one. */
export interface Scores {
  /** For each candidate, how far its regression coefficient beside the base stands from 0, in standard errors. */
  readonly each: Float64Array
  /** Standard score of all candidates together: (χ² − degrees) / √(2 degrees). */
  readonly together: number
}

/**
 * Regresses a quantity of unit variance on candidates beside a base that is already accounted for. Rows with NaN in
 * the quantity are left out; `row(t, base, candidates)` fills in the features of row t and returns false to skip it.
 */
export const scoreCandidates = (
  quantity: Float64Array,
  sizes: { readonly base: number; readonly candidates: number },
  row: (t: number, base: Float64Array, candidates: Float64Array) => boolean
): Scores => {
  const { base: m, candidates: n } = sizes
  const total = m + n
  const all = new Float64Array(total)
  const base = all.subarray(0, m)
  const candidates = all.subarray(m)
  const gram = new Float64Array(total * total)
  const pull = new Float64Array(total)
  let square = 0
  let rows = 0
  for (let t = 0; t < quantity.length; t++) {
    const value = quantity[t]!
    if (Number.isNaN(value) || !row(t, base, candidates)) continue
    rows++
    square += value * value
    for (let i = 0; i < total; i++) {
      const a = all[i]!
      pull[i] = pull[i]! + a * value
      for (let j = 0; j <= i; j++) gram[i * total + j] = gram[i * total + j]! + a * all[j]!
    }
  }
  for (let i = 0; i < total; i++) for (let j = 0; j < i; j++) gram[j * total + i] = gram[i * total + j]!
  const variance = square / Math.max(1, rows)
  // What the base leaves of the candidates: the Schur complement.
  const block = Float64Array.from({ length: m * m }, (_, i) => gram[Math.floor(i / m) * total + (i % m)]!)
  const root = cholesky(block, m, 1e-12) ?? new Float64Array(m * m)
  const columns = Array.from({ length: n }, (_, j) =>
    solveCholesky(
      root,
      m,
      Float64Array.from({ length: m }, (__, i) => gram[i * total + m + j]!)
    )
  )
  const rest = new Float64Array(n * n)
  const own = new Float64Array(n)
  for (let j = 0; j < n; j++) {
    let value = pull[m + j]!
    for (let i = 0; i < m; i++) value -= columns[j]![i]! * pull[i]!
    own[j] = value
    for (let l = 0; l < n; l++) {
      let sum = gram[(m + j) * total + m + l]!
      for (let i = 0; i < m; i++) sum -= columns[j]![i]! * gram[i * total + m + l]!
      rest[j * n + l] = sum
    }
  }
  const free = Array.from({ length: n }, (_, j) => rest[j * n + j]! > 1e-9 * gram[(m + j) * (total + 1)]!)
  const each = own.map((value, j) => (free[j] === true ? value / Math.sqrt(rest[j * n + j]! * variance) : 0))
  const scaled = rest.map((value, i) => {
    const [j, l] = [Math.floor(i / n), i % n]
    if (free[j] !== true || free[l] !== true) return j === l ? 1 : 0
    return value / Math.sqrt(rest[j * n + j]! * rest[l * n + l]!)
  })
  const triangle = cholesky(scaled, n, 1e-9) ?? new Float64Array(n * n)
  const solved = solveCholesky(triangle, n, each.slice())
  let chiSquare = 0
  let degrees = 0
  for (let j = 0; j < n; j++) {
    chiSquare += each[j]! * solved[j]!
    if (free[j] === true && triangle[j * n + j]! > 0) degrees++
  }
  return { each, together: degrees === 0 ? 0 : (chiSquare - degrees) / Math.sqrt(2 * degrees) }
}

import { cholesky, solveCholesky } from "../linear/cholesky.ts"

/** Sums over rows of features and quantities: all that regressions of the quantities on any of the features need. */
export interface Regressors {
  readonly features: number
  /** Σ feature feature, features × features. */
  readonly gram: Float64Array
  /** Σ feature quantity, one vector over the features for each quantity. */
  readonly pulls: ReadonlyArray<Float64Array>
  /** Mean square of each quantity. */
  readonly variances: ReadonlyArray<number>
}

/** Gathers rows 0 to `rows` − 1; `row` fills in a row's features and quantities and returns false to leave it out. */
export const gatherRegressors = (
  sizes: { readonly rows: number; readonly features: number; readonly quantities: number },
  row: (t: number, features: Float64Array, quantities: Float64Array) => boolean
): Regressors => {
  const { features: n, quantities, rows } = sizes
  const f = new Float64Array(n)
  const q = new Float64Array(quantities)
  const gram = new Float64Array(n * n)
  const pulls = Array.from({ length: quantities }, () => new Float64Array(n))
  const squares = new Float64Array(quantities)
  let count = 0
  for (let t = 0; t < rows; t++) {
    if (!row(t, f, q)) continue
    count++
    for (let i = 0; i < n; i++) {
      const a = f[i]!
      const at = i * n
      for (let j = 0; j <= i; j++) gram[at + j] = gram[at + j]! + a * f[j]!
    }
    for (let k = 0; k < quantities; k++) {
      const value = q[k]!
      const pull = pulls[k]!
      squares[k] = squares[k]! + value * value
      for (let i = 0; i < n; i++) pull[i] = pull[i]! + f[i]! * value
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) gram[j * n + i] = gram[i * n + j]!
  return { features: n, gram, pulls, variances: Array.from(squares, (sum) => sum / Math.max(1, count)) }
}

/** Whether something that ought to have no influence on a quantity has one. */
export interface Scores {
  /** For each candidate, how far its regression coefficient beside the base stands from 0, in standard errors. */
  readonly each: Float64Array
  /** Standard score of all candidates together: (χ² − degrees) / √(2 degrees). */
  readonly together: number
}

/** Scores of candidates for one quantity beside a base that is already accounted for; both name features. */
export const scoreCandidates = (
  { features: total, gram, pulls, variances }: Regressors,
  quantity: number,
  base: ReadonlyArray<number>,
  candidates: ReadonlyArray<number>
): Scores => {
  const m = base.length
  const n = candidates.length
  const pull = pulls[quantity]!
  const variance = variances[quantity]!
  const at = (i: number, j: number): number => gram[i * total + j]!
  // What the base leaves of the candidates: the Schur complement.
  const block = Float64Array.from({ length: m * m }, (_, i) => at(base[Math.floor(i / m)]!, base[i % m]!))
  const root = cholesky(block, m, 1e-12) ?? new Float64Array(m * m)
  const columns = candidates.map((j) =>
    solveCholesky(
      root,
      m,
      Float64Array.from(base, (i) => at(i, j))
    )
  )
  const less = (j: number, of: (i: number) => number): number => {
    let sum = 0
    for (let i = 0; i < m; i++) sum += columns[j]![i]! * of(base[i]!)
    return sum
  }
  const rest = Float64Array.from({ length: n * n }, (_, i) => {
    const [j, l] = [Math.floor(i / n), i % n]
    return at(candidates[j]!, candidates[l]!) - less(j, (b) => at(b, candidates[l]!))
  })
  const free = candidates.map((j, i) => rest[i * (n + 1)]! > 1e-9 * at(j, j))
  const each = Float64Array.from(candidates, (c, j) =>
    free[j] === true ? (pull[c]! - less(j, (b) => pull[b]!)) / Math.sqrt(rest[j * (n + 1)]! * variance) : 0
  )
  const scaled = rest.map((value, i) => {
    const [j, l] = [Math.floor(i / n), i % n]
    if (free[j] !== true || free[l] !== true) return j === l ? 1 : 0
    return value / Math.sqrt(rest[j * (n + 1)]! * rest[l * (n + 1)]!)
  })
  const triangle = cholesky(scaled, n, 1e-9) ?? new Float64Array(n * n)
  const solved = solveCholesky(triangle, n, each.slice())
  let chiSquare = 0
  let degrees = 0
  for (let j = 0; j < n; j++) {
    chiSquare += each[j]! * solved[j]!
    if (free[j] === true && triangle[j * (n + 1)]! > 0) degrees++
  }
  return { each, together: degrees === 0 ? 0 : (chiSquare - degrees) / Math.sqrt(2 * degrees) }
}

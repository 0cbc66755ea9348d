import { type Quadratic, solve } from "../infer/quadratic.ts"
import { solvePenalised } from "../infer/penalised.ts"
import type { Law, Weighted } from "../law/law.ts"
import type { Space } from "../space.ts"
import type { Entry } from "../terms/symmetry.ts"
import { filter, type Filtered, type Readings } from "./filter.ts"

/** A law with unknowns, of which only some coordinates are recorded. */
export interface FilterModel {
  readonly space: Space
  /** Terms whose coefficients are known, such as phi1' = v. */
  readonly fixed: ReadonlyArray<Entry & { readonly value: number }>
  /** Terms whose coefficients are sought. */
  readonly entries: ReadonlyArray<Entry>
  /** Coordinates with noise of their own, independent of the others. */
  readonly noisy: ReadonlyArray<number>
  readonly observed: ReadonlyArray<number>
  /** Whether a reading error, the same for all columns, is sought. */
  readonly readingError: boolean
}

/** Where the search begins: coefficients, noise of each noisy coordinate, reading error. */
export interface FilterStart {
  readonly values: ArrayLike<number>
  readonly noise: ReadonlyArray<number>
  readonly readingError: number
}

export interface FilterFit {
  readonly law: Law
  readonly values: Float64Array
  readonly errors: Float64Array
  /** Noise of each noisy coordinate, with standard errors. */
  readonly noise: ReadonlyArray<number>
  readonly noiseErrors: ReadonlyArray<number>
  readonly readingError: number
  readonly readingErrorError: number
  readonly logLikelihood: number
  /** Likelihood of the coefficients, noise and reading error at their best. */
  readonly quadratic: Quadratic
  readonly filtered: Filtered
  readonly iterations: number
}

const lawOf = (
  { entries, fixed, noisy, space }: FilterModel,
  values: ArrayLike<number>,
  noise: ArrayLike<number>
): Law => {
  const d = space.coordinates.length
  const drift: Array<Array<Weighted>> = space.coordinates.map(() => [])
  for (const { coordinate, term, value } of fixed) drift[coordinate]!.push({ term, value })
  for (const [j, { coordinate, term }] of entries.entries()) drift[coordinate]!.push({ term, value: values[j]! })
  const matrix = Array.from({ length: d }, () => Array.from({ length: d }, () => 0))
  for (const [i, k] of noisy.entries()) matrix[k]![k] = noise[i]!
  return { space, drift, noise: matrix }
}

/**
 * Most likely coefficients, noises and reading error of readings, by scoring steps: the information matrix is the sum
 * of outer products of the samples' own slopes (E. K. Berndt, B. H. Hall, R. E. Hall, J. A. Hausman, 1974), slopes are
 * differences, and steps are shortened (Levenberg–Marquardt) until the likelihood rises. Noises and reading error are
 * sought as logarithms.
 */
export const fitFilter = (
  model: FilterModel,
  readings: Readings,
  start: FilterStart,
  maxIterations = 30
): FilterFit => {
  const m = model.entries.length
  const extra = model.noisy.length
  const count = m + extra + (model.readingError ? 1 : 0)
  let at = Float64Array.from([
    ...Array.from(start.values),
    ...start.noise.map(Math.log),
    ...(model.readingError ? [Math.log(Math.max(start.readingError, 1e-6))] : [])
  ])
  const errorOf = (p: Float64Array): number => (model.readingError ? Math.exp(p[m + extra]!) : 0)
  const lawAt = (p: Float64Array): Law => lawOf(model, p, p.subarray(m, m + extra).map(Math.exp))
  const run = (p: Float64Array): Filtered =>
    filter(lawAt(p), { observed: model.observed, readingError: model.observed.map(() => errorOf(p)) }, readings)
  let current = run(at)
  let damping = 1e-2
  let quadratic: Quadratic = { information: new Float64Array(count * count), gradient: new Float64Array(count) }
  let iterations = 0
  for (;;) {
    iterations++
    const slopes = Array.from({ length: count }, (_, j) => {
      const width = 1e-4
      const shifted = at.slice()
      shifted[j] = shifted[j]! + width
      const { steps } = run(shifted)
      return steps.map((value, t) => (value - current.steps[t]!) / width)
    })
    const information = new Float64Array(count * count)
    const slope = new Float64Array(count)
    for (let i = 0; i < count; i++) {
      const a = slopes[i]!
      for (let t = 0; t < a.length; t++) slope[i] = slope[i]! + a[t]!
      for (let j = 0; j <= i; j++) {
        const b = slopes[j]!
        let sum = 0
        for (let t = 0; t < a.length; t++) sum += a[t]! * b[t]!
        information[i * count + j] = sum
        information[j * count + i] = sum
      }
    }
    const here = at
    const gradient = slope.map((value, i) => {
      let sum = value
      for (let j = 0; j < count; j++) sum += information[i * count + j]! * here[j]!
      return sum
    })
    quadratic = { information, gradient }
    let rise = 0
    for (let attempt = 0; attempt < 12; attempt++) {
      const ridge = Float64Array.from({ length: count }, (_, i) => damping * (information[i * count + i]! || 1))
      const step = solvePenalised({ information, gradient: slope }, ridge)
      const tried = here.map((value, i) => value + Math.max(-1, Math.min(1, step[i]!)))
      const next = run(tried)
      if (next.logLikelihood > current.logLikelihood) {
        rise = next.logLikelihood - current.logLikelihood
        at = tried
        current = next
        damping = Math.max(damping / 10, 1e-9)
        break
      }
      damping = Math.max(damping * 10, 1e-6)
    }
    if (rise < 1e-3 || iterations === maxIterations) break
  }
  const { errors } = solve(quadratic)
  const noise = Array.from(at.subarray(m, m + extra), Math.exp)
  return {
    law: lawAt(at),
    values: at.slice(0, m),
    errors: errors.slice(0, m),
    noise,
    noiseErrors: noise.map((value, i) => value * errors[m + i]!),
    readingError: errorOf(at),
    readingErrorError: model.readingError ? errorOf(at) * errors[m + extra]! : 0,
    logLikelihood: current.logLikelihood,
    quadratic,
    filtered: current,
    iterations
  }
}

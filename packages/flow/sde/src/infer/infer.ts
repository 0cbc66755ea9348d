import { type Law, type Weighted } from "../law/law.ts"
import type { Trajectory } from "../simulate/trajectory.ts"
import type { Space } from "../space.ts"
import type { Entry } from "../terms/symmetry.ts"
import type { Term } from "../terms/term.ts"
import { extend, type Extended } from "./extended.ts"
import { type Fit, fit, solvePenalised } from "./fit.ts"
import { type Moments, takeMoments } from "./moments.ts"
import { type Quadratic, restrict, solve } from "./quadratic.ts"
import { scalesOf, sizesOf } from "./scale.ts"
import { type Selection, select } from "./select.ts"

export interface InferOptions {
  /** Highest order in Δ that is tried; from 2, defaults to 5. */
  readonly maxOrder?: number
  /** Shift of a coefficient from one order to the next, in standard errors, that ends the search; defaults to 0.25. */
  readonly settled?: number
  /** Probability before the data that a term is present; defaults to 0.1. */
  readonly odds?: number
  readonly seed: string
}

/** What is found out about one term of one equation. */
export interface EntryEstimate extends Entry {
  /** Coefficient in the law of the most probable set of terms; 0 when it is not in that set. */
  readonly value: number
  /** Its standard error in that law; for an absent term the error it has beside all terms of the library. */
  readonly error: number
  /** Estimate and standard error beside all terms of the library: what the data alone say. */
  readonly alone: { readonly value: number; readonly error: number }
  /** Posterior probability that the term is in the law. */
  readonly present: number
  /**
   * The standard error beside all terms, as a part of the equation's largest contribution: the larger, the more the
   * value rests on other terms being absent.
   */
  readonly openness: number
}

/** A law read from the moments of recordings, with its uncertainty. */
export interface Inference {
  /** The most probable set of terms with its coefficients and noise. */
  readonly law: Law
  readonly entries: ReadonlyArray<EntryEstimate>
  /** Standard errors of the noise matrix, coordinates × coordinates. */
  readonly noiseErrors: Float64Array
  /** Order in Δ at which the coefficients stood still. */
  readonly order: number
  /** Largest shift of a coefficient, in standard errors, that the last order made; Infinity when none was found. */
  readonly shift: number
  /** Steps of the recordings that were used. */
  readonly steps: number
  /** Likelihood of all terms of the library. */
  readonly quadratic: Quadratic
  readonly selection: Selection
}

/** Every term of a library in the equation of every coordinate. */
export const everywhere = (space: Space, library: ReadonlyArray<Term>): ReadonlyArray<Entry> =>
  space.coordinates.flatMap((_, coordinate) => library.map((term) => ({ coordinate, term })))

/** Selection with spreads that follow the size of the law it finds. */
const selectByScale = (
  extended: Extended,
  quadratic: Quadratic,
  sizes: Float64Array,
  first: Float64Array,
  { odds = 0.1, seed }: InferOptions
) => {
  const { entries } = extended
  let scales = first
  for (let round = 0; ; round++) {
    const spread = Float64Array.from(entries, ({ coordinate }, j) => scales[coordinate]! / Math.max(sizes[j]!, 1e-300))
    const selection = select(quadratic, { spread, odds, seed, sweeps: round < 2 ? 0 : 200 })
    const chosen = solvePenalised(restrict(quadratic, selection.best))
    const values = new Float64Array(entries.length)
    for (const [i, j] of selection.best.entries()) values[j] = chosen[i]!
    const found = scalesOf(extended, sizes, values)
    if (round === 2) return { selection, values, scales: found.map((scale, k) => scale || scales[k]!) }
    scales = found.map((scale, k) => scale || scales[k]!)
  }
}

const lawOf = (extended: Extended, { noise, values }: Fit): Law => {
  const { entries, grid, space } = extended
  const drift = space.coordinates.map((_, k) =>
    entries.flatMap(({ coordinate, term }, j): ReadonlyArray<Weighted> =>
      coordinate === k && values[j] !== 0 ? [{ term, value: values[j]! }] : []
    )
  )
  const { d } = grid
  return { space, drift, noise: Array.from({ length: d }, (_, k) => Array.from(noise.subarray(k * d, (k + 1) * d))) }
}

/** Largest change of a coefficient between two fits, in standard errors of the later one. */
const shiftOf = (before: Fit, after: Fit): number => {
  const { errors } = solve(after.quadratic)
  return Math.max(0, ...after.values.map((value, j) => Math.abs(value - before.values[j]!) / errors[j]!))
}

/**
 * Reads a law from trajectories of one space and interval: fits all entries, chooses among them, fits the chosen ones
 * again, and raises the order in Δ until their coefficients stand still.
 */
export const inferLaw = (
  trajectories: ReadonlyArray<Trajectory>,
  entries: ReadonlyArray<Entry>,
  options: InferOptions
): Inference => {
  const [{ interval, space }] = trajectories as [Trajectory]
  const { maxOrder = 5, settled = 0.25 } = options
  const euler = extend(space, interval, entries, 1)
  const eulerMoments = takeMoments(euler, trajectories)
  const sizes = sizesOf(euler, eulerMoments)
  const rough = fit(euler, eulerMoments, { order: 1 })
  const roughScales = Float64Array.from(space.coordinates, (_, k) => {
    const { basis, elements, vectorOf } = euler
    const drift = new Float64Array(basis.length)
    for (const [j, entry] of entries.entries()) {
      if (entry.coordinate !== k) continue
      for (const [i, value] of vectorOf(elements[j]!).entries()) drift[i] = drift[i]! + value * rough.values[j]!
    }
    let sum = 0
    for (let i = 0; i < drift.length; i++)
      for (let j = 0; j < drift.length; j++) sum += drift[i]! * eulerMoments.gram[i * drift.length + j]! * drift[j]!
    return Math.sqrt(Math.max(sum, 1e-300) / eulerMoments.steps)
  })
  // Weak enough to move nothing that the data know, strong enough to hold what they do not.
  const prior = Float64Array.from(entries, ({ coordinate }, j) => (sizes[j]! / (10 * roughScales[coordinate]!)) ** 2)
  let start: Float64Array = solvePenalised(rough.quadratic, prior)
  let noise: Float64Array = rough.noise
  for (let order = 2; ; order++) {
    const extended = extend(space, interval, entries, order)
    const moments: Moments = takeMoments(extended, trajectories)
    const full = fit(extended, moments, { order, start, noise, prior })
    const { scales, selection, values } = selectByScale(extended, full.quadratic, sizes, roughScales, options)
    const kept = selection.best.map((j) => entries[j]!)
    const small = extend(space, interval, kept, order + 1)
    const smallMoments = takeMoments(small, trajectories)
    const chosen = selection.best.map((j) => values[j]!)
    const before = fit(small, smallMoments, { order, start: chosen, noise: full.noise })
    const after = fit(small, smallMoments, { order: order + 1, start: before.values, noise: before.noise })
    const final = after.converged ? after : before
    const shift = after.converged ? shiftOf(before, after) : Number.POSITIVE_INFINITY
    if (shift > settled && full.converged && after.converged && order + 1 < maxOrder) {
      start = full.values
      noise = full.noise
      continue
    }
    const alone = solve(full.quadratic)
    const inLaw = solve(final.quadratic)
    const estimates = entries.map((entry, j): EntryEstimate => {
      const i = selection.best.indexOf(j)
      return {
        ...entry,
        value: i < 0 ? 0 : final.values[i]!,
        error: i < 0 ? alone.errors[j]! : inLaw.errors[i]!,
        alone: { value: alone.values[j]!, error: alone.errors[j]! },
        present: selection.present[j]!,
        openness: (alone.errors[j]! * sizes[j]!) / scales[entry.coordinate]!
      }
    })
    return {
      law: lawOf(small, final),
      entries: estimates,
      noiseErrors: final.noiseErrors,
      order: after.converged ? order + 1 : order,
      shift,
      steps: moments.steps,
      quadratic: full.quadratic,
      selection
    }
  }
}

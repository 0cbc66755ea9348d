import type { Law, Weighted } from "../law/law.ts"
import type { Trajectory } from "../simulate/trajectory.ts"
import type { Entry } from "../terms/symmetry.ts"
import { partsOf, type Sought, soughtOf } from "./entries.ts"
import { type Fit, fit, type Part } from "./fit.ts"
import { solvePenalised } from "./penalised.ts"
import { type Quadratic, restrict, solve } from "./quadratic.ts"
import { driftScalesOf, scalesOf, sizesOf } from "./scale.ts"
import { type Selection, select } from "./select.ts"

export interface InferOptions {
  /** Highest order in Δ that is tried; from 2, defaults to 5. */
  readonly maxOrder?: number
  /** Shift of a coefficient from one order to the next, in standard errors, that ends the search; defaults to 0.25. */
  readonly settled?: number
  /** Probability before the data that a term is present; defaults to 0.1. */
  readonly odds?: number
  /**
   * Coefficients that each group of recordings has for itself, such as the bias of a sweep; defaults to none.
   */
  readonly own?: (entry: Entry) => boolean
  readonly seed: string
}

/** What is found out about one term of one equation. */
export interface EntryEstimate extends Sought {
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
  /** The most probable set of terms with its coefficients and noise, for each group of recordings. */
  readonly laws: ReadonlyArray<Law>
  readonly entries: ReadonlyArray<EntryEstimate>
  /** Standard errors of the noise matrix of each group, coordinates × coordinates. */
  readonly noiseErrors: ReadonlyArray<Float64Array>
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

/** Selection with spreads that follow the size of the law it finds. */
const selectByScale = (
  sought: ReadonlyArray<Sought>,
  quadratic: Quadratic,
  sizes: Float64Array,
  first: Float64Array,
  { odds = 0.1, seed }: InferOptions
) => {
  let scales = first
  for (let round = 0; ; round++) {
    const spread = Float64Array.from(sought, ({ coordinate }, j) => scales[coordinate]! / Math.max(sizes[j]!, 1e-300))
    const selection = select(quadratic, { spread, odds, seed, sweeps: round < 2 ? 0 : 200 })
    const chosen = solvePenalised(restrict(quadratic, selection.best))
    const values = new Float64Array(sought.length)
    for (const [i, j] of selection.best.entries()) values[j] = chosen[i]!
    const found = scalesOf(first.length, sought, sizes, values)
    scales = found.map((scale, k) => scale || scales[k]!)
    if (round === 2) return { selection, values, scales }
  }
}

const lawOf = ({ extended, places }: Part, values: Float64Array, noise: Float64Array): Law => {
  const { entries, grid, space } = extended
  const { d } = grid
  const drift = space.coordinates.map((_, k) =>
    entries.flatMap(({ coordinate, term }, i): ReadonlyArray<Weighted> => {
      const value = values[places[i]!]!
      return coordinate === k && value !== 0 ? [{ term, value }] : []
    })
  )
  return { space, drift, noise: Array.from({ length: d }, (_, k) => Array.from(noise.subarray(k * d, (k + 1) * d))) }
}

/** Largest change of a coefficient between two fits, in standard errors of the later one. */
const shiftOf = (before: Fit, after: Fit): number => {
  const { errors } = solve(after.quadratic)
  return Math.max(0, ...after.values.map((value, j) => Math.abs(value - before.values[j]!) / errors[j]!))
}

/**
 * Reads a law from recordings of one space and interval: fits all entries, chooses among them, fits the chosen ones
 * again, and raises the order in Δ until their coefficients stand still. Recordings of one group have one law; groups
 * share all coefficients but those that `own` picks, and each has its own noise.
 */
export const inferLaw = (
  groups: ReadonlyArray<ReadonlyArray<Trajectory>>,
  entries: ReadonlyArray<Entry>,
  options: InferOptions
): Inference => {
  const { maxOrder = 5, own = () => false, settled = 0.25 } = options
  const sought = soughtOf(entries, groups.length, own)
  const count = sought.length
  const euler = partsOf(groups, sought, 1)
  const sizes = sizesOf(euler, count)
  const rough = fit(euler, count, { order: 1 })
  const roughScales = driftScalesOf(euler, rough)
  // Weak enough to move nothing that the data know, strong enough to hold what they do not.
  const prior = Float64Array.from(sought, ({ coordinate }, j) => (sizes[j]! / (10 * roughScales[coordinate]!)) ** 2)
  let start: Float64Array = solvePenalised(rough.quadratic, prior)
  let { noise } = rough
  for (let order = 2; ; order++) {
    const full = fit(partsOf(groups, sought, order), count, { order, start, noise, prior })
    const { scales, selection, values } = selectByScale(sought, full.quadratic, sizes, roughScales, options)
    const { best } = selection
    const small = partsOf(
      groups,
      best.map((j) => sought[j]!),
      order + 1
    )
    const chosen = best.map((j) => values[j]!)
    const before = fit(small, best.length, { order, start: chosen, noise: full.noise })
    const after = fit(small, best.length, { order: order + 1, start: before.values, noise: before.noise })
    const final = after.converged ? after : before
    const shift = after.converged ? shiftOf(before, after) : Number.POSITIVE_INFINITY
    if (shift > settled && full.converged && after.converged && order + 1 < maxOrder) {
      start = full.values
      noise = full.noise
      continue
    }
    const alone = solve(full.quadratic)
    const inLaw = solve(final.quadratic)
    const estimates = sought.map((entry, j): EntryEstimate => {
      const i = best.indexOf(j)
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
      laws: small.map((part, p) => lawOf(part, final.values, final.noise[p]!)),
      entries: estimates,
      noiseErrors: final.noiseErrors,
      order: after.converged ? order + 1 : order,
      shift,
      steps: euler.reduce((sum, { moments }) => sum + moments.steps, 0),
      quadratic: full.quadratic,
      selection
    }
  }
}

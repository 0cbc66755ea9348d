import type { Evidence, LawEstimate } from "@rulescope/flow"
import { estimateOf } from "@rulescope/reading"
import {
  type Entry,
  type FilterFit,
  type FilterModel,
  type FilterStart,
  fitFilter,
  type Quadratic,
  restrict,
  select,
  solve,
  type Trajectory
} from "@rulescope/sde"
import { modelOf } from "./model.ts"
import { roughOf } from "./start.ts"

/** Samples by which the search is begun; each further stage has four times as many. */
const fewSamples = 2_000

/** Steps of a search from nothing, and of one that begins close to its end. */
const steps = { first: 20, later: 5 }

const startOf = ({ noise, readingError, values }: FilterFit): FilterStart => ({ values, noise, readingError })

/** On the beginning of the recording, on more of it, and at last on all of it. */
const fitOn = (model: FilterModel, recording: Trajectory, start: FilterStart): FilterFit => {
  const { values } = recording
  const columns = model.observed.length
  let near = start
  let most = steps.first
  for (let few = fewSamples * columns; 2 * few < values.length; few *= 4) {
    near = startOf(fitFilter(model, { ...recording, values: values.slice(0, few) }, near, most))
    most = steps.later
  }
  return fitFilter(model, recording, near, most)
}

/** Likelihood of the coefficients alone, noise and reading error at their best for each. */
const coefficientsOf = ({ gradient, information }: Quadratic, count: number): Quadratic => {
  const all = gradient.length
  const rest = Array.from({ length: all - count }, (_, i) => count + i)
  const at = (i: number, j: number): number => information[i * all + j]!
  const block = Float64Array.from(rest.flatMap((i) => rest.map((j) => at(i, j))))
  const solved = (of: (i: number) => number): Float64Array =>
    solve({ information: block, gradient: Float64Array.from(rest, of) }).values
  const columns = Array.from({ length: count }, (_, j) => solved((i) => at(i, j)))
  const pull = solved((i) => gradient[i]!)
  const less = (j: number, column: Float64Array): number => rest.reduce((sum, i, r) => sum + at(j, i) * column[r]!, 0)
  return {
    information: Float64Array.from({ length: count * count }, (_, i) => {
      const [j, k] = [Math.floor(i / count), i % count]
      return at(j, k) - less(j, columns[k]!)
    }),
    gradient: Float64Array.from({ length: count }, (_, j) => gradient[j]! - less(j, pull))
  }
}

/** Reads a law through reading errors, gaps and hidden velocities: fits all terms, chooses among them, fits these again. */
export const readFiltered = (
  { library, recordings, seed }: Evidence,
  { inferrer, odds }: { readonly inferrer: string; readonly odds: number }
): LawEstimate => {
  const [recording] = recordings as [Trajectory]
  const model = modelOf(library)
  const { entries, space } = { ...model }
  const { sizes, start } = roughOf(model, recording)
  const full = fitOn(model, recording, start)
  const quadratic = coefficientsOf(full.quadratic, entries.length)
  const alone = solve(quadratic)
  const scales = space.coordinates.map((_, k) =>
    Math.max(
      1e-9,
      ...entries.map(({ coordinate }, j) => (coordinate === k ? Math.abs(full.values[j]!) * sizes[j]! : 0))
    )
  )
  const spread = entries.map(({ coordinate }, j) => scales[coordinate]! / Math.max(sizes[j]!, 1e-300))
  const selection = select(quadratic, { spread, odds, seed })
  const chosen: ReadonlyArray<Entry> = selection.best.map((j) => entries[j]!)
  const near = solve(restrict(quadratic, selection.best)).values
  const final = fitFilter(modelOf(library, chosen), recording, { ...startOf(full), values: near }, steps.later)
  const d = space.coordinates.length
  const noiseErrors = new Float64Array(d * d)
  for (const [i, k] of model.noisy.entries()) noiseErrors[k * d + k] = final.noiseErrors[i]!
  const finite = (value: number): number => (Number.isFinite(value) ? value : 0)
  return estimateOf(
    {
      entries: entries.map((entry, j) => {
        const i = selection.best.indexOf(j)
        return {
          ...entry,
          value: i < 0 ? 0 : final.values[i]!,
          error: i < 0 ? alone.errors[j]! : final.errors[i]!,
          alone: { value: alone.values[j]!, error: alone.errors[j]! },
          present: selection.present[j]!,
          openness: (alone.errors[j]! * sizes[j]!) / scales[entry.coordinate]!
        }
      }),
      laws: [final.law],
      noiseErrors: [noiseErrors],
      readingError: { value: final.readingError, error: finite(final.readingErrorError) },
      order: 0,
      used: {
        inferrer,
        evidence: "observations",
        parameters: { odds, iterations: final.iterations, logLikelihood: final.logLikelihood }
      }
    },
    library,
    1
  )
}

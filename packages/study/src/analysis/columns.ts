import { say } from "@rulescope/core"
import { Effect } from "effect"
import { InvalidStudy } from "../StudyError.ts"
import type { Point, StudyRow } from "../StudyRow.ts"
import type { StudySpec } from "../StudySpec.ts"
import { type Draws, makeDraws } from "./draws.ts"
import { type AxisLabel, layoutOf, type StudyAxis } from "./layout.ts"
import { metricKind } from "./metricKind.ts"

/** Rows of a study by column, ready to be asked; entry i of every column belongs to `rows[i]`. */
export interface Analysis {
  readonly study: StudySpec
  /** In the order of the plan. */
  readonly rows: ReadonlyArray<StudyRow>
  readonly axes: ReadonlyArray<StudyAxis>
  /** Points of the cells, in the order of the plan; cells that only rows have come last. */
  readonly points: ReadonlyArray<Point>
  /** Place of the cell's value among `axes[a].values`, by axis and cell. */
  readonly placed: ReadonlyArray<Int32Array>
  /** How many runs the study means to make. */
  readonly planned: number
  /** Place of the row's value among `axes[a].values`. */
  readonly level: ReadonlyArray<Int32Array>
  /** Place of the row's cell among `points`. */
  readonly cell: Int32Array
  /** Place of the row's seed among the distinct seeds of the rows. */
  readonly seed: Int32Array
  readonly seeds: number
  /** Values of a metric, NaN where there is none. */
  readonly metric: (name: string) => Float64Array
  readonly draws: Draws
}

export interface AnalysisOptions {
  /** Seed of the resampling; default "study". */
  readonly seed?: string
  /** Resamples of an interval; default 2000. */
  readonly replicates?: number
}

/** Numbers things in the order in which they are first seen. */
const numbering = <A>(known: Iterable<A> = []) => {
  const places = new Map<A, number>()
  const placeOf = (thing: A): number => {
    const place = places.get(thing) ?? places.size
    if (place === places.size) places.set(thing, place)
    return place
  }
  for (const thing of known) placeOf(thing)
  return { places, placeOf }
}

const columnOf = (rows: ReadonlyArray<StudyRow>, name: string): Float64Array => {
  const { success } = metricKind(name)
  return Float64Array.from(rows, ({ metrics, status }) => {
    if (status === "failed") return success ? 0 : NaN
    return metrics[name] ?? NaN
  })
}

/** Sets the rows of a study out for analysis. Rows may be missing, in any order, and from a plan that was cut short. */
export const prepareAnalysis = Effect.fn("prepareAnalysis")(function* (
  study: StudySpec,
  unsorted: ReadonlyArray<StudyRow>,
  { replicates = 2000, seed = "study" }: AnalysisOptions = {}
): Effect.fn.Return<Analysis, InvalidStudy> {
  const layout = yield* layoutOf(study)
  // Sums of the same rows are the same to the last bit only in one order.
  const rows = unsorted.toSorted((a, b) => a.run - b.run)
  for (const { label } of layout.axes) {
    const other = rows.find(({ point }) => point[label] === undefined)
    if (other === undefined) continue
    const reason = say`run ${other.run} has no value of the axis "${label}"`
    return yield* new InvalidStudy({ reason, remedy: say`the rows are of another study; take those of this one` })
  }
  const labelled = layout.axes.map(({ label, values }) => ({ label, ...numbering<AxisLabel>(values) }))
  const pointKey = (point: Point): string => JSON.stringify(layout.axes.map(({ label }) => point[label]))
  const cells = numbering(layout.points.map(pointKey))
  const points: Array<Point> = [...layout.points]
  const cell = Int32Array.from(rows, ({ point }) => {
    const place = cells.placeOf(pointKey(point))
    points[place] ??= point
    return place
  })
  const placed = labelled.map(({ label, placeOf }) => Int32Array.from(points, (point) => placeOf(point[label]!)))
  const seeds = numbering(rows.map((row) => row.seed).sort((a, b) => a - b))
  const columns = new Map<string, Float64Array>()
  return {
    study,
    rows,
    axes: layout.axes.map((axis, a) => ({ ...axis, values: [...labelled[a]!.places.keys()] })),
    points,
    planned: layout.points.length * layout.seeds.length,
    placed,
    level: placed.map((places) => cell.map((c) => places[c]!)),
    cell,
    seed: Int32Array.from(rows, (row) => seeds.placeOf(row.seed)),
    seeds: seeds.places.size,
    metric: (name) => {
      const column = columns.get(name) ?? columnOf(rows, name)
      columns.set(name, column)
      return column
    },
    draws: makeDraws(seed, replicates)
  }
})

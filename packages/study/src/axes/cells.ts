import { say, type Sentence } from "@rulescope/core"
import { Effect, type Schema } from "effect"
import { InvalidStudy } from "../StudyError.ts"
import type { Point } from "../StudyRow.ts"
import type { StudySpec, Subset } from "../StudySpec.ts"
import { nearest } from "./nearest.ts"
import type { Resolved } from "./paths.ts"
import { lookUp } from "./place.ts"
import { type AxisValue, readable } from "./values.ts"

/** One combination of axis values; every run of it differs in the seed alone. */
export interface Cell {
  readonly point: Point
  /** What is set in the base spec, whole stages before places in them. */
  readonly sets: ReadonlyArray<readonly [path: ReadonlyArray<string>, value: Schema.Json]>
}

type Chosen = ReadonlyArray<readonly [axis: Resolved, value: AxisValue | undefined]>

/** Axes with the values of each that are combined with all of the others. */
type Grid = ReadonlyArray<readonly [Resolved, ReadonlyArray<AxisValue | undefined>]>

/** Runs that are planned at most: each is a few kilobytes of the plan, and a row of every table. */
const mostRuns = 500_000

/** Refuses a study that comes to more runs than can be planned, before any of them is. */
const checkCount = (combinations: number, { seeds }: StudySpec): Effect.Effect<void, InvalidStudy> => {
  const runs = combinations * (typeof seeds === "number" ? seeds : new Set(seeds).size)
  if (runs <= mostRuns) return Effect.void
  const many = (count: number): string => count.toLocaleString("en")
  return Effect.fail(
    new InvalidStudy({
      reason: say`the study comes to ${many(runs)} runs, and at most ${many(mostRuns)} are planned`,
      remedy: say`use fewer values or seeds, or combine fewer axes ("design" with subsets)`
    })
  )
}

const combinations = (axes: Grid): ReadonlyArray<Chosen> =>
  axes.reduce<ReadonlyArray<Chosen>>(
    (all, [axis, values]) => all.flatMap((chosen) => values.map((value) => [...chosen, [axis, value] as const])),
    [[]]
  )

/** Values of a place that an axis can be told to have: by label, refused with the nearest when there is none. */
const valueNamed = (
  axis: Resolved,
  label: string | number | boolean,
  where: Sentence
): Effect.Effect<AxisValue, InvalidStudy> => {
  const found = axis.values.find((value) => value.label === label)
  if (found !== undefined) return Effect.succeed(found)
  const near = nearest(
    String(label),
    axis.values.map((value) => String(value.label))
  )
  const reason = say`${where}: axis "${axis.label}" has no value "${String(label)}"`
  return Effect.fail(new InvalidStudy({ reason, remedy: say`did you mean "${near!}"?` }))
}

const axisNamed = (
  axes: ReadonlyArray<Resolved>,
  label: string,
  where: Sentence
): Effect.Effect<Resolved, InvalidStudy> => {
  const found = axes.find((axis) => axis.label === label)
  if (found !== undefined) return Effect.succeed(found)
  const near = nearest(
    label,
    axes.map((axis) => axis.label)
  )
  const remedy = near === undefined ? say`the study has no axes` : say`did you mean "${near}"?`
  return Effect.fail(new InvalidStudy({ reason: say`${where}: no axis is called "${label}"`, remedy }))
}

const gridOf = Effect.fn("gridOf")(function* (
  axes: ReadonlyArray<Resolved>,
  baseline: ReadonlyMap<string, AxisValue>,
  { axes: wanted, name }: Subset
) {
  const where = say`subset "${name}"`
  for (const label of Object.keys(wanted)) yield* axisNamed(axes, label, where)
  const taken: Array<Grid[number]> = []
  for (const axis of axes) {
    const labels = wanted[axis.label]
    if (labels === undefined) taken.push([axis, [baseline.get(axis.label)]])
    else if (labels === "all") taken.push([axis, axis.values])
    else taken.push([axis, yield* Effect.forEach(labels, (label) => valueNamed(axis, label, where))])
  }
  return taken
})

/** All cells of a study in the order of its axes, the last one fastest; a point that two subsets share occurs once. */
export const cellsOf = Effect.fn("cellsOf")(function* (
  study: StudySpec,
  base: Schema.Json,
  axes: ReadonlyArray<Resolved>
) {
  const baseline = new Map<string, AxisValue>()
  for (const [label, value] of Object.entries(study.baseline)) {
    const axis = yield* axisNamed(axes, label, say`baseline`)
    baseline.set(label, yield* valueNamed(axis, value, say`baseline`))
  }
  let grids: ReadonlyArray<Grid>
  if (study.design === "grid") {
    grids = [axes.map((axis) => [axis, axis.values])]
  } else if (study.design === "paired") {
    const lengths = axes.map(({ label, values }) => say`${label} ${values.length}`)
    if (new Set(axes.map(({ values }) => values.length)).size > 1) {
      const reason = say`paired axes have the same number of values: ${lengths}`
      return yield* new InvalidStudy({ reason, remedy: say`even them out, or use "design": "grid"` })
    }
    grids = Array.from({ length: axes[0]?.values.length ?? 1 }, (_, i) =>
      axes.map((axis) => [axis, [axis.values[i]]] as const)
    )
  } else {
    grids = yield* Effect.forEach(study.design.subsets, (subset) => gridOf(axes, baseline, subset))
  }
  const sizeOf = (grid: Grid): number => grid.reduce((product, [, values]) => product * values.length, 1)
  yield* checkCount(
    grids.reduce((sum, grid) => sum + sizeOf(grid), 0),
    study
  )
  const cells = new Map<string, Cell>()
  for (const chosen of grids.flatMap(combinations)) {
    const point = Object.fromEntries(
      chosen.map(([axis, value]) => [axis.label, value?.label ?? readable(lookUp(base, axis.path) ?? "default")])
    )
    const sets = chosen
      .filter(([, value]) => value !== undefined)
      .map(([axis, value]) => [axis.path, value!.value] as const)
      .toSorted(([a], [b]) => a.length - b.length)
    const name = JSON.stringify(point)
    if (!cells.has(name)) cells.set(name, { point, sets })
  }
  return [...cells.values()]
})

/** Seeds of every cell. */
export const seedsOf = ({ seeds }: StudySpec, seed: number): ReadonlyArray<number> =>
  typeof seeds === "number" ? Array.from({ length: seeds }, (_, i) => seed + i) : [...new Set(seeds)]

import { Effect } from "effect"
import { cellsOf, seedsOf } from "../axes/cells.ts"
import { resolve } from "../axes/resolve.ts"
import type { InvalidStudy } from "../StudyError.ts"
import type { Point } from "../StudyRow.ts"
import type { StudySpec } from "../StudySpec.ts"

/** Readable value of an axis. */
export type AxisLabel = Point[string]

/** One thing that a study varies, as tables show it. */
export interface StudyAxis {
  readonly label: string
  /** Place in the run spec. */
  readonly path: string
  /** In the order of the study. */
  readonly values: ReadonlyArray<AxisLabel>
  /** What the other values are compared with; null when the study names none. */
  readonly baseline: AxisLabel | null
}

/** What a study means to do: its axes, the points of its cells in their order, its seeds. */
export interface StudyLayout {
  readonly axes: ReadonlyArray<StudyAxis>
  readonly points: ReadonlyArray<Point>
  readonly seeds: ReadonlyArray<number>
}

/** Seeds are counted from here; 1 where the base does not say. */
const baseSeed = ({ base }: StudySpec): number => (typeof base["seed"] === "number" ? base["seed"] : 1)

/** The layout of a study, from the study alone: no plugin is asked. */
export const layoutOf: (study: StudySpec) => Effect.Effect<StudyLayout, InvalidStudy> = Effect.fn("layoutOf")(
  function* (study) {
    const resolved = yield* resolve(study)
    const cells = yield* cellsOf(study, study.base, resolved)
    const axes = resolved.map(({ axis, label, values }): StudyAxis => {
      const stated = values.map((value) => value.label)
      // Subsets leave an axis where the base has it, which need not be one of its values.
      const further = cells.map(({ point }) => point[label]!).filter((value) => !stated.includes(value))
      return {
        label,
        path: axis.path,
        values: [...stated, ...new Set(further)],
        baseline: study.baseline[label] ?? null
      }
    })
    return { axes, points: cells.map(({ point }) => point), seeds: seedsOf(study, baseSeed(study)) }
  }
)

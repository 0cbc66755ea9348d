import { say } from "@rulescope/core"
import { Effect } from "effect"
import { InvalidStudy } from "../StudyError.ts"
import type { StudySpec } from "../StudySpec.ts"
import type { Resolved } from "./paths.ts"
import { labelOf, valuesOf } from "./values.ts"

/** Every axis of a study with its name and its values written out; no two have the same name. */
export const resolve = Effect.fn("resolve")(function* (study: StudySpec) {
  const axes = yield* Effect.forEach(study.axes, (axis) =>
    Effect.map(valuesOf(axis), (values): Resolved => ({
      axis,
      label: labelOf(axis),
      path: axis.path.split("."),
      values
    }))
  )
  for (const [i, { label }] of axes.entries()) {
    if (axes.findIndex((other) => other.label === label) !== i) {
      const reason = say`two axes are called "${label}"`
      return yield* new InvalidStudy({ reason, remedy: say`give one of them a "label" of its own` })
    }
  }
  return axes
})

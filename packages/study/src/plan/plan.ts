import { contentKey, foresee, layerOf, type Subjects } from "@rulescope/core"
import { Effect } from "effect"
import type { AnySpec } from "../axes/complete.ts"
import { spared } from "../run/metrics.ts"
import type { InvalidStudy } from "../StudyError.ts"
import type { Point } from "../StudyRow.ts"
import type { StudySpec } from "../StudySpec.ts"
import { commandsOf } from "./command.ts"
import { expand } from "./expand.ts"

/** One run with the keys of the steps that can be foreseen; runs that share a key share the work. JSON-safe. */
export interface PlannedRun {
  readonly run: number
  readonly key: string
  readonly group: string
  readonly point: Point
  readonly seed: number
  /** Complete: all defaults are filled in. */
  readonly spec: AnySpec
  readonly versions: Readonly<Record<string, string>>
  readonly command: string
  /** Keys by step. */
  readonly keys: Readonly<Record<string, string>>
}

/** Distinct results of every step; each is computed once. */
export interface Counts {
  readonly runs: number
  readonly observe: number
  readonly fit: number
  readonly gather: number
  readonly infer: number
}

/** A study as the work that it takes. */
export interface Plan {
  readonly study: StudySpec
  readonly runs: ReadonlyArray<PlannedRun>
  readonly counts: Counts
  /** Steps that are left out: no metric asks for them. */
  readonly without: ReadonlyArray<string>
}

const distinct = (runs: ReadonlyArray<PlannedRun>, step: string): number =>
  new Set(runs.map(({ keys }) => keys[step])).size

/**
 * Expands a study to its runs and to the distinct results among them. An augmenter that only touches the
 * statistics costs no training. What different data happen to have in common is not foreseen: `counts` are what
 * is computed at most.
 */
export const makePlan = Effect.fn("makePlan")(function* <R>(
  subjects: Subjects<R>,
  stated: StudySpec
): Effect.fn.Return<Plan, InvalidStudy, R> {
  const { cells, equipped, seeds, study } = yield* expand(subjects, stated)
  const { places, subject } = equipped
  const runs: Array<PlannedRun> = []
  for (const { group, opened, point, versions } of cells) {
    const bare = { ...opened, spec: { ...opened.spec, seed: 0 } }
    // The choices are complete, so that opening them cannot fail.
    const names = yield* Effect.orDie(Effect.provide(foresee(subject.steps, bare), layerOf(opened, places)))
    const stems = Object.entries(names).map(([step, key]) => [step, key.slice(0, -1)] as const)
    const command = commandsOf(opened.spec)
    for (const seed of seeds) {
      runs.push({
        run: runs.length,
        key: contentKey({ group, seed }),
        group,
        point,
        seed,
        spec: { ...opened.spec, seed },
        versions,
        command: command(seed),
        keys: Object.fromEntries(stems.map(([step, stem]) => [step, `${stem}${seed}`]))
      })
    }
  }
  const counts: Counts = {
    runs: runs.length,
    observe: distinct(runs, "observe"),
    fit: distinct(runs, "learn"),
    gather: distinct(runs, "gather"),
    infer: distinct(runs, "infer")
  }
  return { study, runs, counts, without: spared(subject, study.metrics) }
})

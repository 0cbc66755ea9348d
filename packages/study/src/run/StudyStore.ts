import { Context, Effect, Layer } from "effect"
import type { PlannedRun } from "../plan/plan.ts"
import type { StudyRow } from "../StudyRow.ts"
import type { RunDetail } from "./RunDetail.ts"
import type { Outcome } from "./Runner.ts"

/** An outcome with the run that the plan had foreseen. */
export interface Ended {
  readonly outcome: Outcome
  readonly planned: PlannedRun
}

/** Where the outcomes of one study are kept. */
export class StudyStore extends Context.Service<
  StudyStore,
  {
    /** A text that is another one when runs have ended since, much cheaper than their rows. */
    readonly state: Effect.Effect<string>
    /** All rows in the order of the plan. */
    readonly rows: Effect.Effect<ReadonlyArray<StudyRow>>
    /** What the run of a row's key found; null when there is no such run, or it failed. */
    readonly detail: (key: string) => Effect.Effect<RunDetail | null>
    /** Keeps outcomes for good, all of them or none, in place of earlier ones of the same key. */
    readonly put: (ended: ReadonlyArray<Ended>) => Effect.Effect<void>
  }
>()("@rulescope/study/StudyStore") {}

/** Keeps outcomes for as long as the process lives. */
export const layerMemory: Layer.Layer<StudyStore> = Layer.sync(StudyStore, () => {
  const kept = new Map<string, Outcome>()
  let puts = 0
  return StudyStore.of({
    state: Effect.sync(() => String(puts)),
    rows: Effect.sync(() => Array.from(kept.values(), ({ row }) => row).toSorted((a, b) => a.run - b.run)),
    detail: (key) => Effect.sync(() => kept.get(key)?.detail ?? null),
    put: (ended) =>
      Effect.sync(() => {
        puts++
        for (const { outcome } of ended) kept.set(outcome.row.key, outcome)
      })
  })
})

import { Context, Effect, Layer, Schema } from "effect"
import type { PlannedRun } from "../plan/plan.ts"
import type { StudyRow } from "../StudyRow.ts"
import type { DamagedRun } from "../table/database.ts"
import type { RunDetail } from "./RunDetail.ts"
import type { Outcome } from "./Runner.ts"

/** An outcome with the run that the plan had foreseen. */
export interface Ended {
  readonly outcome: Outcome
  readonly planned: PlannedRun
}

/** Outcomes cannot be kept or read; those that were kept before stay. */
export class StoreError extends Schema.TaggedError<StoreError>()("StoreError", {
  reason: Schema.String,
  remedy: Schema.String
}) {
  override get message() {
    return `${this.reason}; ${this.remedy}`
  }
}

/** Where the outcomes of one study are kept. */
export class StudyStore extends Context.Service<
  StudyStore,
  {
    /** A text that is another one when runs have ended since, much cheaper than their rows. */
    readonly state: Effect.Effect<string, StoreError>
    /** All rows in the order of the plan. */
    readonly rows: Effect.Effect<ReadonlyArray<StudyRow>, StoreError>
    /** Runs whose record is not what was written: they have no row, so that going on makes them again. */
    readonly damaged: Effect.Effect<ReadonlyArray<DamagedRun>, StoreError>
    /** What the run of a row's key found; null when there is no such run, or it failed. */
    readonly detail: (key: string) => Effect.Effect<RunDetail | null, StoreError>
    /** Keeps outcomes for good, all of them or none, in place of earlier ones of the same key. */
    readonly put: (ended: ReadonlyArray<Ended>) => Effect.Effect<void, StoreError>
  }
>()("@rulescope/study/StudyStore") {}

/** Keeps outcomes for as long as the process lives. */
export const layerMemory: Layer.Layer<StudyStore> = Layer.sync(StudyStore, () => {
  const kept = new Map<string, Outcome>()
  let puts = 0
  return StudyStore.of({
    state: Effect.sync(() => String(puts)),
    damaged: Effect.succeed([]),
    rows: Effect.sync(() => Array.from(kept.values(), ({ row }) => row).toSorted((a, b) => a.run - b.run)),
    detail: (key) => Effect.sync(() => kept.get(key)?.detail ?? null),
    put: (ended) =>
      Effect.sync(() => {
        puts++
        for (const { outcome } of ended) kept.set(outcome.row.key, outcome)
      })
  })
})

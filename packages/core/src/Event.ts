import { Context, Effect, Schema } from "effect"

/** Anything that a run reports; every subject has its own, and all have those of `stageEvents`. */
export interface Event {
  readonly _tag: string
}

/** What is said of every stage, whatever the subject; `stage` names the stages there are. */
export const stageEvents = <S extends Schema.ConstraintCodec<string, any>>(stage: S) => ({
  StageStarted: { stage },
  /** `reused`: the result came from the stage cache. */
  StageFinished: { stage, seconds: Schema.Finite, reused: Schema.Boolean },
  /** What the stage cache keeps under a key is not what was written there; it is computed anew. */
  EntryDamaged: { key: Schema.String }
})

/** The events of `stageEvents`. */
export type StageEvent =
  | { readonly _tag: "StageStarted"; readonly stage: string }
  | { readonly _tag: "StageFinished"; readonly stage: string; readonly seconds: number; readonly reused: boolean }
  | { readonly _tag: "EntryDamaged"; readonly key: string }

/** Where events go; nowhere unless a run provides it. Stages never print, they report. */
export const Reporter = Context.Reference<(event: Event) => Effect.Effect<void>>("@rulescope/core/Reporter", {
  defaultValue: () => () => Effect.void
})

/** Reports one event to whoever runs the stage. */
export const report = (event: Event): Effect.Effect<void> => Effect.flatMap(Reporter, (send) => send(event))

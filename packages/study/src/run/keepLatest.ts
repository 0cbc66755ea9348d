import { type Event, Reporter, type StageEvent } from "@rulescope/core"
import { Cause, Effect, Exit } from "effect"

/** What each stage took; null when it came from the cache. */
export type Seconds = Record<string, number | null>

/** A result of a step, be it a failure, with what its stages took; null seconds when they came from the cache. */
export interface Kept {
  readonly exit: Exit.Exit<unknown, unknown>
  readonly seconds: Seconds
  /** Keys under which the stage cache kept what was not written there. */
  readonly damaged: ReadonlyArray<string>
}

/** Does work and notes what every stage of it takes, and what of the kept results was damaged. */
export const timed = <A, E, R>(work: Effect.Effect<A, E, R>): Effect.Effect<Kept, never, R> =>
  Effect.gen(function* () {
    const seconds: Seconds = {}
    const damaged: Array<string> = []
    const note = (said: Event) =>
      Effect.sync(() => {
        const event = said as StageEvent
        if (event._tag === "EntryDamaged") damaged.push(event.key)
        if (event._tag !== "StageFinished") return
        seconds[event.stage] = event.reused ? null : (seconds[event.stage] ?? 0) + event.seconds
      })
    return { exit: yield* Effect.exit(Effect.provideService(work, Reporter, note)), seconds, damaged }
  })

/**
 * Keeps results of steps for the runs to come: the latest of a step, or all that a step has found since the data changed.
 * An interrupted one is not kept.
 */
export const makeMemory = () => {
  const latest = new Map<string, { readonly key: string; readonly kept: Kept }>()
  const small = new Map<string, Kept>()
  return {
    /** Of heavy steps. */
    latest: <R>(step: string, key: string, work: Effect.Effect<Kept, never, R>) =>
      Effect.gen(function* () {
        const known = latest.get(step)
        if (known?.key === key) return { kept: known.kept, fresh: false }
        latest.delete(step)
        if (step === "observe") small.clear()
        const kept = yield* work
        if (!(Exit.isFailure(kept.exit) && Cause.hasInterrupts(kept.exit.cause))) latest.set(step, { key, kept })
        return { kept, fresh: true }
      }),
    /** Of light steps whose key is not foreseen: many runs come to the same. */
    small: <R>(key: string, work: Effect.Effect<Kept, never, R>) =>
      Effect.gen(function* () {
        const known = small.get(key)
        if (known !== undefined) return known
        const kept = yield* work
        if (Exit.isSuccess(kept.exit)) small.set(key, kept)
        return kept
      })
  }
}

import { Reporter, type RunEvent, type RunFailure } from "@rulescope/automata"
import { Cause, Effect, Exit } from "effect"

/** What each stage took; null when it came from the cache. */
export type Seconds = Record<string, number | null>

/** The latest result of a shared stage, be it a failure, with what it took; null seconds when it came from the cache. */
interface Kept<A> {
  readonly name: string
  readonly exit: Exit.Exit<A, RunFailure>
  readonly seconds: Seconds
}

/** Notes what every stage takes. */
const timing = (seconds: Seconds) => (event: RunEvent) =>
  Effect.sync(() => {
    if (event._tag !== "StageFinished") return
    seconds[event.stage] = event.reused ? null : (seconds[event.stage] ?? 0) + event.seconds
  })

/** Keeps the latest result of a stage under its name; an interrupted one is not kept. */
export const keepLatest = <A>() => {
  let kept: Kept<A> | undefined
  return <R>(
    name: string,
    work: Effect.Effect<A, RunFailure, R>
  ): Effect.Effect<{ readonly kept: Kept<A>; readonly fresh: boolean }, never, R> =>
    Effect.gen(function* () {
      if (kept?.name === name) return { kept, fresh: false }
      kept = undefined
      const seconds: Seconds = {}
      const exit = yield* Effect.exit(Effect.provideService(work, Reporter, timing(seconds)))
      const latest: Kept<A> = { name, exit, seconds }
      if (!(Exit.isFailure(exit) && Cause.hasInterrupts(exit.cause))) kept = latest
      return { kept: latest, fresh: true }
    })
}

import { Effect } from "effect"

/** Runs work that yields between its pieces, so that an interruption comes through. */
export const inPieces = <A>(work: Generator<unknown, A>): Effect.Effect<A> =>
  Effect.suspend(() => {
    const { done, value } = work.next()
    return done === true ? Effect.succeed(value) : Effect.andThen(Effect.yieldNow, inPieces(work))
  })

import { Effect, Queue, Stream } from "effect"
import { type Event, Reporter } from "./Event.ts"
import { layerOf, opener } from "./Open.ts"
import type * as Plugin from "./Plugin.ts"
import type * as Registry from "./Registry.ts"
import type { StageCache } from "./StageCache.ts"
import { fold, type Seeded } from "./Steps.ts"
import type { Equipped, Subject } from "./Subject.ts"

/**
 * The whole run as a stream of events, the last of them `finished` with the result.
 *
 * Interrupting the consumer interrupts the stage at work. Finished stages are in the cache, so the same
 * spec goes on where it was.
 */
export const run = <Spec extends Seeded, Said extends Event, Result, E, S, R>(
  { places, subject }: Equipped<Subject<Spec, Said, Result, E, S>, R>,
  spec: Spec
): Stream.Stream<Said, E | Plugin.InvalidConfig | Registry.UnknownPlugin, R | StageCache> =>
  Stream.callback<Said, E | Plugin.InvalidConfig | Registry.UnknownPlugin, R | StageCache>((queue) => {
    const say = (event: Event) => Effect.asVoid(Queue.offer(queue, event as Said))
    const whole = Effect.gen(function* () {
      const opened = yield* Effect.mapError(opener(places)(spec), ({ error }) => error)
      const stages = Effect.gen(function* () {
        yield* say(subject.started(opened.spec))
        const found = yield* fold(subject.steps, opened)
        yield* say(subject.finished(subject.conclude(opened, found)))
      })
      yield* Effect.provide(stages, layerOf(opened, places))
    })
    return whole.pipe(
      Effect.provideService(Reporter, say),
      Effect.matchCauseEffect({
        onFailure: (cause) => Queue.failCause(queue, cause),
        onSuccess: () => Queue.end(queue)
      })
    )
  })

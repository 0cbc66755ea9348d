import { Duration, Effect, Option, Schema } from "effect"
import { report, type StageEvent } from "./Event.ts"
import * as StageCache from "./StageCache.ts"

const tell = (event: StageEvent) => report(event)

/** Work with the seconds that it took, to the microsecond, by a clock that nobody sets. */
export const clocked = <A, E, R>(work: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.timed(work), ([took, value]) => ({
    value,
    seconds: Math.round(1000 * Duration.toMillis(took)) / 1e6
  }))

/** Reports the start and the end of a stage around its work. */
export const staged = <A, E, R>(
  stage: string,
  work: Effect.Effect<{ readonly value: A; readonly reused: boolean }, E, R>
) =>
  Effect.gen(function* () {
    yield* tell({ _tag: "StageStarted", stage })
    const { seconds, value } = yield* clocked(work)
    yield* tell({ _tag: "StageFinished", stage, seconds, reused: value.reused })
    return value.value
  })

/** Work whose result is never kept. */
export const fresh = <A, E, R>(work: Effect.Effect<A, E, R>) => Effect.map(work, (value) => ({ value, reused: false }))

/** A result that can be kept as bytes. */
export interface Codec<A> {
  readonly encode: (value: A) => Uint8Array
  /** Throws on bytes that are not its own. */
  readonly decode: (bytes: Uint8Array) => A
}

/** Keeps a value of a schema as JSON text. */
export const jsonCodec = <S extends Schema.ConstraintCodec<any, any>>(schema: S): Codec<S["Type"]> => {
  const encode = Schema.encodeUnknownSync(schema as never)
  const decode = Schema.decodeUnknownSync(schema as never)
  return {
    encode: (value) => new TextEncoder().encode(JSON.stringify(encode(value))),
    decode: (bytes) => decode(JSON.parse(new TextDecoder().decode(bytes)))
  }
}

/**
 * The kept result of a key, or the computed one, which is then kept. A damaged entry is reported and computed anew; so
 * is one of another shape.
 */
export const cached = <A, E, R>(key: string, codec: Codec<A>, compute: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const kept = yield* StageCache.read(key).pipe(
      Effect.catch(() => Effect.as(tell({ _tag: "EntryDamaged", key }), Option.none()))
    )
    if (Option.isSome(kept)) {
      const value = yield* Effect.option(Effect.try(() => codec.decode(kept.value)))
      if (Option.isSome(value)) return { value: value.value, reused: true }
    }
    const value = yield* compute
    yield* StageCache.write(key, codec.encode(value))
    return { value, reused: false }
  })

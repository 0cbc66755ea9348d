import { Clock, Effect, Option, Schema } from "effect"
import { report, type StageEvent } from "./Event.ts"
import { StageCache } from "./StageCache.ts"

const tell = (event: StageEvent) => report(event)

/** Reports the start and the end of a stage around its work. */
export const staged = <A, E, R>(
  stage: string,
  work: Effect.Effect<{ readonly value: A; readonly reused: boolean }, E, R>
) =>
  Effect.gen(function* () {
    yield* tell({ _tag: "StageStarted", stage })
    const begun = yield* Clock.currentTimeMillis
    const { reused, value } = yield* work
    const seconds = ((yield* Clock.currentTimeMillis) - begun) / 1000
    yield* tell({ _tag: "StageFinished", stage, seconds, reused })
    return value
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

/** The kept result of a key, or the computed one, which is then kept. Unreadable entries are computed anew. */
export const cached = <A, E, R>(key: string, codec: Codec<A>, compute: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const cache = yield* StageCache
    const kept = yield* cache.get(key)
    if (Option.isSome(kept)) {
      const value = yield* Effect.option(Effect.try(() => codec.decode(kept.value)))
      if (Option.isSome(value)) return { value: value.value, reused: true }
    }
    const value = yield* compute
    yield* cache.set(key, codec.encode(value))
    return { value, reused: false }
  })

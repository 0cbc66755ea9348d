import { Context, Effect, Layer, Option } from "effect"

/** Keeps stage results under content keys. Losing an entry costs time, never correctness, so it has no errors. */
export class StageCache extends Context.Service<
  StageCache,
  {
    readonly get: (key: string) => Effect.Effect<Option.Option<Uint8Array>>
    readonly set: (key: string, bytes: Uint8Array) => Effect.Effect<void>
  }
>()("@rulescope/core/StageCache") {}

/** Keeps results for as long as the process lives. */
export const layerMemory: Layer.Layer<StageCache> = Layer.sync(StageCache, () => {
  const entries = new Map<string, Uint8Array>()
  return StageCache.of({
    get: (key) => Effect.sync(() => Option.fromUndefinedOr(entries.get(key))),
    set: (key, bytes) => Effect.sync(() => void entries.set(key, bytes))
  })
})

/** Keeps nothing: every stage is computed. */
export const layerNone: Layer.Layer<StageCache> = Layer.succeed(
  StageCache,
  StageCache.of({ get: () => Effect.succeedNone, set: () => Effect.void })
)

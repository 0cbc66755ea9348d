import { StageCache } from "@rulescope/core"
import { Effect, Layer, Option } from "effect"

/** Most bytes of finished stages that the page keeps. */
const limit = 256 * 1024 * 1024

/** Keeps finished stages while the page is open; the oldest go first. */
export const layer: Layer.Layer<StageCache.StageCache> = Layer.sync(StageCache.StageCache, () => {
  const entries = new Map<string, Uint8Array>()
  let bytes = 0
  return StageCache.StageCache.of({
    get: (key) => Effect.sync(() => Option.fromUndefinedOr(entries.get(key))),
    set: (key, value) =>
      Effect.sync(() => {
        bytes += value.length - (entries.get(key)?.length ?? 0)
        entries.delete(key)
        entries.set(key, value)
        for (const [oldest, { length }] of entries) {
          if (bytes <= limit) break
          entries.delete(oldest)
          bytes -= length
        }
      })
  })
})

import { Context, Effect, Layer, Option, Schema } from "effect"
import { contentKey } from "./ContentKey.ts"

/**
 * Keeps entries under content keys; stages go through `read` and `write`, which believe no damaged one. Losing an
 * entry costs time, never correctness, so it has no errors.
 */
export class StageCache extends Context.Service<
  StageCache,
  {
    readonly get: (key: string) => Effect.Effect<Option.Option<Uint8Array>>
    readonly set: (key: string, bytes: Uint8Array) => Effect.Effect<void>
  }
>()("@rulescope/core/StageCache") {}

/** What is kept under a key is not what was written there. */
export class DamagedEntry extends Schema.TaggedError<DamagedEntry>()("DamagedEntry", { key: Schema.String }) {
  override get message() {
    return `what was kept under ${this.key.slice(0, 12)} is not what was written there`
  }
}

/** Bytes before the content: SHA-256 of key and content in hexadecimal digits, and a line feed. */
const sealLength = 65

/**
 * What was written under a key; none when nothing was. An entry is believed only with the checksum that it was
 * written with, which is over the key as well: content that lies under another key is damaged too.
 */
export const read = Effect.fnUntraced(function* (key: string) {
  const kept = yield* (yield* StageCache).get(key)
  if (Option.isNone(kept)) return Option.none()
  const content = kept.value.subarray(sealLength)
  const seal = new TextDecoder("latin1").decode(kept.value.subarray(0, sealLength))
  if (seal !== `${contentKey(key, content)}\n`) return yield* new DamagedEntry({ key })
  // A view at an odd place could not be read as numbers.
  return Option.some(content.slice())
})

/** Writes an entry that `read` believes. */
export const write = Effect.fnUntraced(function* (key: string, content: Uint8Array) {
  const entry = new Uint8Array(sealLength + content.length)
  entry.set(new TextEncoder().encode(`${contentKey(key, content)}\n`))
  entry.set(content, sealLength)
  yield* (yield* StageCache).set(key, entry)
})

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

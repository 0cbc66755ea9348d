import { assert, describe, it } from "@effect/vitest"
import { Effect, Option, Schema } from "effect"
import fc from "fast-check"
import { cached, type Event, jsonCodec, Reporter, StageCache } from "../src/index.ts"

const codec = jsonCodec(Schema.Struct({ rule: Schema.String, accuracy: Schema.Finite }))
const value = { rule: "B36/S23", accuracy: 0.5 }
const key = "ab".repeat(32)

/** What `cached` gives over a cache that holds this entry, and what it reports. */
const over = (entry: Option.Option<Uint8Array>) =>
  Effect.gen(function* () {
    const events: Array<Event> = []
    let kept = entry
    const store = StageCache.StageCache.of({
      get: () => Effect.sync(() => kept),
      set: (_, bytes) => Effect.sync(() => void (kept = Option.some(bytes)))
    })
    const found = yield* cached(key, codec, Effect.succeed(value)).pipe(
      Effect.provideService(StageCache.StageCache, store),
      Effect.provideService(Reporter, (event) => Effect.sync(() => void events.push(event)))
    )
    return { ...found, events, kept: Option.getOrThrow(kept) }
  })

describe("the stage cache", () => {
  it.effect("gives back what was written, and computes once", () =>
    Effect.gen(function* () {
      const first = yield* over(Option.none())
      assert.isFalse(first.reused)
      const second = yield* over(Option.some(first.kept))
      assert.deepStrictEqual([second.value, second.reused, second.events], [value, true, []])
    })
  )

  it.effect("believes no entry of which a byte was altered, cut or added: it is named once and computed anew", () =>
    Effect.gen(function* () {
      const { kept } = yield* over(Option.none())
      const said: ReadonlyArray<object> = [{ _tag: "EntryDamaged", key }]
      const damage = fc.oneof(
        fc
          .tuple(fc.nat({ max: kept.length - 1 }), fc.integer({ min: 1, max: 255 }))
          .map(([at, by]) => kept.map((byte, i) => (i === at ? byte ^ by : byte))),
        fc.nat({ max: kept.length - 1 }).map((length) => kept.slice(0, length)),
        fc.uint8Array({ minLength: 1, maxLength: 9 }).map((more) => Uint8Array.from([...kept, ...more])),
        fc.uint8Array({ maxLength: 200 })
      )
      yield* Effect.promise(() =>
        fc.assert(
          fc.asyncProperty(damage, async (entry) => {
            const found = await Effect.runPromise(over(Option.some(entry)))
            assert.isFalse(found.reused)
            assert.deepStrictEqual(found.events, said)
            assert.deepStrictEqual(found.kept, kept)
          }),
          { seed: 17, numRuns: 300 }
        )
      )
    })
  )

  it.effect("believes no entry that was written under another key", () =>
    Effect.gen(function* () {
      const { kept } = yield* over(Option.none())
      const read = StageCache.read("cd".repeat(32)).pipe(
        Effect.provideService(
          StageCache.StageCache,
          StageCache.StageCache.of({ get: () => Effect.succeed(Option.some(kept)), set: () => Effect.void })
        )
      )
      assert.strictEqual((yield* Effect.flip(read))._tag, "DamagedEntry")
    })
  )
})

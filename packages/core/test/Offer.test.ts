import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, Layer, Schema } from "effect"
import { type AnySubject, extend, makeSubjects, type Offer, opener, Plugin, Registry } from "../src/index.ts"

class Stage extends Context.Service<Stage, { readonly name: string }>()("test/Stage") {}

const plugin = (id: string) =>
  Plugin.erase(
    Plugin.make({
      id,
      version: 2,
      summary: "A stage that knows its name.",
      config: Schema.Struct({}),
      layer: () => Layer.succeed(Stage, Stage.of({ name: id }))
    })
  )

const registry = Registry.make(Stage, "stage", [plugin("ours")])
const places = [
  { place: "one", registry, many: false },
  { place: "more", registry, many: true }
]
const subjects = makeSubjects([{ subject: { id: "things" } as AnySubject, places }])
const offer = (id: string, place = "one", subject = "things"): Offer<never> => ({ subject, place, plugin: plugin(id) })
const idsAt = (all: typeof subjects, place: string): ReadonlyArray<string> => [
  ...all
    .get("things")!
    .places.find((one) => one.place === place)!
    .registry.entries.keys()
]

describe("extend", () => {
  it.effect("gives larger subjects, ours first, and leaves the given ones and other places as they are", () =>
    Effect.gen(function* () {
      const larger = yield* extend(subjects, [offer("mine"), offer("yours"), offer("mine", "more")])
      assert.deepStrictEqual(idsAt(larger, "one"), ["ours", "mine", "yours"])
      assert.deepStrictEqual(idsAt(larger, "more"), ["ours", "mine"])
      assert.deepStrictEqual(idsAt(subjects, "one"), ["ours"])
      assert.deepStrictEqual([...registry.entries.keys()], ["ours"])
    })
  )

  it.effect("a duplicate id, an unknown place and an unknown subject are refused, each by its name", () =>
    Effect.gen(function* () {
      const refused = (...offers: ReadonlyArray<Offer<never>>) => Effect.flip(extend(subjects, offers))
      assert.include(yield* refused(offer("ours")), { _tag: "DuplicatePlugin", stage: "stage", id: "ours" })
      assert.include(yield* refused(offer("mine"), offer("mine")), { _tag: "DuplicatePlugin", id: "mine" })
      const place = yield* refused(offer("mine", "elsewhere"))
      assert.deepInclude(place, { _tag: "UnknownPlace", subject: "things", place: "elsewhere", known: ["one", "more"] })
      assert.deepInclude(yield* refused(offer("mine", "one", "ideas")), { _tag: "UnknownSubject", known: ["things"] })
    })
  )

  it.effect("the version of a plugin says where it comes from, so that two of one id share no result", () =>
    Effect.gen(function* () {
      const versionOf = (origin: string | null) =>
        Effect.gen(function* () {
          const one = offer("mine")
          const all = yield* extend(subjects, [{ ...one, plugin: { ...one.plugin, origin } }])
          const open = opener(all.get("things")!.places)
          return (yield* open({ one: { id: "mine", config: {} }, more: [] })).versions["stage mine"]
        })
      assert.strictEqual(yield* versionOf(null), "2")
      assert.strictEqual(yield* versionOf("stage-mine 1.0.0"), "2 of stage-mine 1.0.0")
    })
  )
})

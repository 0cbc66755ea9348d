import { assert, it } from "@effect/vitest"
import { Effect, Layer, Schema } from "effect"
import { configTable, decodeRunSpec, InferError, Inferrer, Plugin, Registry } from "../src/index.ts"

const Config = Schema.Struct({
  cut: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
    .annotate({ description: "Live above this share." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.5))),
  mode: Schema.Literals(["fast", "slow"])
    .annotate({ description: "How." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("fast" as const))),
  name: Schema.String.annotate({ description: "Who." })
})

const failing = Plugin.make({
  id: "failing",
  version: 3,
  summary: "Fails with its configuration.",
  config: Config,
  layer: ({ cut, mode, name }) =>
    Layer.succeed(
      Inferrer,
      Inferrer.of({
        admit: () => Effect.void,
        infer: () => Effect.fail(new InferError({ plugin: name, reason: `${cut} ${mode}`, remedy: "none" }))
      })
    )
})

const registry = Registry.make(Inferrer, "inferrer", [Plugin.erase(failing)])

const infer = (choice: Registry.Choice) =>
  Effect.flip(
    Effect.flatMap(Inferrer, (inferrer) => inferrer.infer(undefined as never)).pipe(
      Effect.provide(Registry.select(registry, choice))
    )
  )

it.effect("a choice becomes the layer of the plugin, defaults filled in", () =>
  Effect.gen(function* () {
    const error = yield* infer({ id: "failing", config: { name: "me", cut: 0.25 } })
    assert.strictEqual(error.message, "me: 0.25 fast; none")
  })
)

it.effect("an unknown plugin is an error that names the known ones", () =>
  Effect.gen(function* () {
    const error = yield* infer({ id: "falling", config: {} })
    assert.strictEqual(error.message, 'no inferrer is called "falling"; known: failing')
  })
)

it.effect("a misspelt key and a value out of range are errors that name the place", () =>
  Effect.gen(function* () {
    const error = yield* infer({ id: "failing", config: { name: "me", cutt: 0.1, mode: "quick" } })
    assert.include(error.message, '"cutt"')
    assert.include(error.message, '"mode"')
  })
)

it("two plugins of one id are refused at start-up", () => {
  assert.throws(() => Registry.make(Inferrer, "inferrer", [Plugin.erase(failing), Plugin.erase(failing)]), /duplicate/)
})

it.effect("a complete configuration is the decoded one as JSON", () =>
  Effect.gen(function* () {
    const config = yield* Plugin.erase(failing).complete({ name: "me" })
    assert.deepStrictEqual(config, { cut: 0.5, mode: "fast", name: "me" })
  })
)

it("the table of a configuration comes from its schema alone", () => {
  assert.deepStrictEqual(configTable(Plugin.erase(failing)), [
    { name: "cut", type: "number, 0 to 1", default: 0.5, description: "Live above this share." },
    { name: "mode", type: "fast | slow", default: "fast", description: "How." },
    { name: "name", type: "string", default: undefined, description: "Who." }
  ])
})

it.effect("a run spec fills its defaults and refuses what it does not know", () =>
  Effect.gen(function* () {
    const spec = yield* decodeRunSpec({ generator: { id: "soup" } })
    assert.deepStrictEqual(spec, {
      family: "auto",
      seed: 1,
      heldOut: 0.2,
      stride: "recorded" as const,
      generator: { id: "soup", config: {} },
      augmenters: [],
      backbone: { id: "cnn", config: {} },
      inferrer: { id: "threshold", config: {} },
      verifier: { id: "replay", config: {} }
    })
    const tuned = yield* decodeRunSpec({ generator: { id: "soup" }, inferrer: { config: { beta: 3 } } })
    assert.deepStrictEqual(tuned.inferrer, { id: "threshold", config: { beta: 3 } })
    const error = yield* Effect.flip(decodeRunSpec({ generator: { id: "soup" }, sead: 3, heldOut: 1 }))
    assert.include(error.message, '"sead"')
    assert.include(error.message, '"heldOut"')
  })
)

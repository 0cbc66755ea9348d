import { assert, it } from "@effect/vitest"
import { Context, Effect, Layer, Schema } from "effect"
import { configTable, Plugin, Registry } from "../src/index.ts"

class Saying extends Context.Service<Saying, { readonly say: Effect.Effect<string> }>()(
  "@rulescope/core/test/Saying"
) {}

const Config = Schema.Struct({
  cut: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
    .annotate({ description: "Live above this share." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.5))),
  mode: Schema.Literals(["fast", "slow"])
    .annotate({ description: "How." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("fast" as const))),
  name: Schema.String.annotate({ description: "Who." })
})

const telling = Plugin.make({
  id: "telling",
  version: 3,
  summary: "Tells its configuration.",
  config: Config,
  layer: ({ cut, mode, name }) => Layer.succeed(Saying, Saying.of({ say: Effect.succeed(`${name}: ${cut} ${mode}`) }))
})

const registry = Registry.make(Saying, "voice", [Plugin.erase(telling)])

const said = (choice: Registry.Choice) =>
  Effect.flatMap(Saying, ({ say }) => say).pipe(Effect.provide(Registry.select(registry, choice)))

it.effect("a choice becomes the layer of the plugin, defaults filled in", () =>
  Effect.gen(function* () {
    assert.strictEqual(yield* said({ id: "telling", config: { name: "me", cut: 0.25 } }), "me: 0.25 fast")
  })
)

it.effect("an unknown plugin is an error that names the known ones", () =>
  Effect.gen(function* () {
    const error = yield* Effect.flip(said({ id: "falling", config: {} }))
    assert.strictEqual(error.message, 'no voice is called "falling"; known: telling')
  })
)

it.effect("a misspelt key and a value out of range are errors that name the place", () =>
  Effect.gen(function* () {
    const error = yield* Effect.flip(said({ id: "telling", config: { name: "me", cutt: 0.1, mode: "quick" } }))
    assert.include(error.message, '"cutt"')
    assert.include(error.message, '"mode"')
  })
)

it("two plugins of one id are refused at start-up", () => {
  assert.throws(() => Registry.make(Saying, "voice", [Plugin.erase(telling), Plugin.erase(telling)]), /duplicate/)
})

it.effect("a complete configuration is the decoded one as JSON", () =>
  Effect.gen(function* () {
    const config = yield* Plugin.erase(telling).complete({ name: "me" })
    assert.deepStrictEqual(config, { cut: 0.5, mode: "fast", name: "me" })
  })
)

it("the table of a configuration comes from its schema alone", () => {
  assert.deepStrictEqual(configTable(Plugin.erase(telling)), [
    { name: "cut", type: "number, 0 to 1", default: 0.5, description: "Live above this share." },
    { name: "mode", type: "fast | slow", default: "fast", description: "How." },
    { name: "name", type: "string", default: undefined, description: "Who." }
  ])
})

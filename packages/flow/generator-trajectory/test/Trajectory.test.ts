import { assert, describe, it } from "@effect/vitest"
import { Files } from "@rulescope/core"
import { Generator } from "@rulescope/flow"
import { generatorSuite } from "@rulescope/testkit/flow"
import { Effect, Layer, Schema } from "effect"
import { Config } from "../src/Trajectory.ts"
import { trajectory } from "../src/index.ts"

const holding = (text: string) =>
  Layer.succeed(
    Files,
    Files.of({ read: () => Effect.succeed([{ name: "a.csv", bytes: new TextEncoder().encode(text) }]) })
  )

const layerOf = (text: string, config: Partial<Config> = {}) =>
  Layer.provide(trajectory.layer(Schema.decodeUnknownSync(Config)({ path: "a.csv", ...config })), holding(text))

const lines = Array.from({ length: 200 }, (_, i) => `${(i * 0.1).toFixed(1)},${Math.sin(i)},${Math.cos(i)}`)
const table = ["t,phi1,v", ...lines].join("\n")

generatorSuite("trajectory", layerOf(table))

const generate = (layer: Layer.Layer<Generator>) =>
  Effect.provide(
    Effect.flatMap(Generator, (one) => one.generate("1")),
    layer
  )

describe("generator-trajectory", () => {
  it.effect("uses the columns that are asked for, as what they are said to be", () =>
    Effect.gen(function* () {
      const [all] = yield* generate(layerOf(table))
      assert.deepStrictEqual(
        all!.columns.map(({ kind, name }) => [name, kind]),
        [
          ["phi1", "auto"],
          ["v", "auto"]
        ]
      )
      assert.closeTo(all!.interval, 0.1, 1e-9)
      const [one] = yield* generate(layerOf(table, { columns: ["v"], phases: ["v"], interval: 2 }))
      assert.deepStrictEqual(one!.columns, [{ name: "v", kind: "phase" }])
      assert.strictEqual(one!.interval, 2)
      assert.strictEqual(one!.values[3], all!.values[7])
    })
  )

  it.effect("says where a file is wrong, or what is asked of it", () =>
    Effect.gen(function* () {
      for (const layer of [
        layerOf(table.replace("0.5,", "x,")),
        layerOf(table, { columns: ["w"] }),
        layerOf(table, { phases: ["w"] }),
        layerOf("1\n2\n3"),
        layerOf("")
      ]) {
        const failure = yield* Effect.flip(generate(layer))
        assert.match(failure.message, /a\.csv/)
      }
    })
  )
})

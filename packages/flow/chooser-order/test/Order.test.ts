import { assert, describe, it } from "@effect/vitest"
import { Chooser } from "@rulescope/flow"
import { makeSpace, record, termName } from "@rulescope/sde"
import { chooserSuite, lawFrom, recordLaw } from "@rulescope/testkit/flow"
import { Effect, Schema } from "effect"
import { Config, order } from "../src/Order.ts"

const layer = order.layer(Schema.decodeUnknownSync(Config)({}))

chooserSuite("order", layer)

const chosen = (texts: ReadonlyArray<string>, wrapped = false) =>
  Effect.provide(
    Effect.flatMap(Chooser, ({ choose }) => {
      const recordings = texts.map((text, i) => recordLaw(lawFrom(text), 0.1, 20_000, `order ${i}`))
      return choose(recordings, { wrapped: recordings[0]!.space.coordinates.map(() => wrapped), seed: "order" })
    }),
    layer
  )

describe("chooser-order", () => {
  it.effect("takes in a third harmonic that it did not begin with", () =>
    Effect.gen(function* () {
      const { added } = yield* chosen(["phi1' = 1.4 - sin(phi1) + 0.4 sin(3 phi1); noise 0.2"])
      assert.include(added, "sin(3 phi1)")
    })
  )

  it.effect("gives each recording of a sweep a constant of its own, and equal ones a common one", () =>
    Effect.gen(function* () {
      const junction = (bias: number) => `phi1' = ${bias} - sin(phi1); noise 0.3`
      const sweep = yield* chosen([0.8, 1.1, 1.4].map(junction))
      const { own, space } = sweep.library
      assert.deepStrictEqual(
        own.map((term) => termName(space, term)),
        ["1"]
      )
      assert.deepStrictEqual((yield* chosen([1.2, 1.2].map(junction))).library.own, [])
    })
  )

  it.effect("finds the loop of an inductance, and none where phases came wrapped", () =>
    Effect.gen(function* () {
      const loop = "phi1' = 1.2 - sin(phi1) - 0.8 (phi1 - phi2); phi2' = 0.9 - sin(phi2) + 0.8 (phi1 - phi2); noise 0.2"
      assert.deepStrictEqual((yield* chosen([loop])).library.space.loops, [[0, 1]])
      const apart = "phi1' = 1.2 - sin(phi1) + 0.4 sin(phi2 - phi1); phi2' = 1 - sin(phi2); noise 0.2"
      assert.deepStrictEqual((yield* chosen([apart])).library.space.loops, [])
      assert.deepStrictEqual((yield* chosen([apart], true)).library.space.loops, [])
    })
  )

  it.effect("sees errors of reading and hidden velocities, and neither where there is none", () =>
    Effect.gen(function* () {
      const seen = (text: string, readingError: number, columns: ReadonlyArray<number>) => {
        const whole = recordLaw(lawFrom(text), 0.1, 20_000, "instrument")
        const space = makeSpace(columns.map((k) => whole.space.coordinates[k]!))
        const values = record(whole, { readingError, columns, seed: "instrument" })
        return Effect.provide(
          Effect.flatMap(Chooser, ({ choose }) =>
            choose([{ ...whole, space, values }], { wrapped: columns.map(() => false), seed: "instrument" })
          ),
          layer
        )
      }
      const overdamped = "phi1' = 1.3 - sin(phi1); noise 0.2"
      const capacitive = "phi1' = v; v' = 0.8 - sin(phi1) - 0.5 v; noise 0, 0.2"
      const plain = (yield* seen(overdamped, 0, [0])).library
      assert.deepStrictEqual([plain.hidden, plain.readingError], ["nothing", false])
      const misread = (yield* seen(overdamped, 0.05, [0])).library
      assert.deepStrictEqual([misread.hidden, misread.readingError], ["nothing", true])
      for (const readingError of [0, 0.03]) {
        const { hidden, space } = (yield* seen(capacitive, readingError, [0])).library
        assert.strictEqual(hidden, "velocities")
        assert.deepStrictEqual(
          space.coordinates.map(({ name }) => name),
          ["phi1", "v"]
        )
      }
      // A hidden coordinate that is no velocity makes no path smooth.
      const driven = "x' = y - x; y' = -0.2 y; noise 0.1, 0.4"
      assert.strictEqual((yield* seen(driven, 0, [0])).library.hidden, "nothing")
    })
  )
})

import { assert, describe, it } from "@effect/vitest"
import { Chooser } from "@rulescope/flow"
import { termName } from "@rulescope/sde"
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
})

import { assert, describe, it } from "@effect/vitest"
import { Backbone } from "@rulescope/flow"
import { makeBins, takeKramersMoyal } from "@rulescope/sde"
import { backboneSuite, lawFrom, recordLaw } from "@rulescope/testkit/flow"
import { Effect } from "effect"
import { kramersMoyal } from "../src/index.ts"

const layer = kramersMoyal.layer({ width: 0.7 })

backboneSuite("kramers-moyal", layer, { off: 0.45 })

describe("backbone-kramers-moyal", () => {
  it.effect("gives back the mean increment of a bin far from all others", () =>
    Effect.gen(function* () {
      const { fit, predict } = yield* Backbone
      const recording = recordLaw(lawFrom("x' = -x; noise 0.1"), 0.1, 2_000, "far")
      // One sample far out, from which the next step leads by exactly 1.
      const values = Float64Array.from([...recording.values, Number.NaN, 100, 101])
      const census = takeKramersMoyal([{ ...recording, values }], makeBins([{ ...recording, values }], 200))
      const { increment } = yield* predict(yield* fit(census, "far", []), Float64Array.from([100]))
      assert.closeTo(increment[0]!, 1, 1e-6)
    }).pipe(Effect.provide(layer))
  )
})

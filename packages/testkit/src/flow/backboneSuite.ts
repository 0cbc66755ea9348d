import { Backbone, decodeModel, encodeModel, logDensities } from "@rulescope/flow"
import { makeBins, takeKramersMoyal } from "@rulescope/sde"
import { assert, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { knownBy, lawFrom, laws, recordLaw, statesOf } from "./recordings.ts"

/**
 * Laws every backbone keeps. `alive` counts the tensors alive, for backbones that have any; `off`: how far its drift may
 * be from the law's, as a share of the drift's own spread (root mean squares over the states visited).
 */
export const backboneSuite = <E>(
  name: string,
  layer: Layer.Layer<Backbone, E>,
  { alive = () => 0, off = 0.25 }: { readonly alive?: () => number; readonly off?: number } = {}
) => {
  it.layer(layer)(`Backbone: ${name}`, (it) => {
    for (const { interval, text } of laws) {
      it.effect(`learns drift and noise of ${text}`, () =>
        Effect.gen(function* () {
          const { fit, predict } = yield* Backbone
          const law = lawFrom(text)
          const d = law.space.coordinates.length
          const recording = recordLaw(law, interval, 30_000, "fit")
          const census = takeKramersMoyal([recording], makeBins([recording], d === 1 ? 64 : 20))
          const before = alive()
          const model = yield* fit(census, "fit", [recording])
          const fresh = recordLaw(law, interval, 4_000, "fresh")
          const states = statesOf(fresh, 1)
          const said = yield* predict(model, states)
          assert.strictEqual(alive(), before, "tensors left")
          const truth = knownBy(law, interval, states)
          const [wrong, spread] = [0, 0].map((_, which) => {
            const mean = truth.increment.reduce((sum, v) => sum + v, 0) / truth.increment.length
            return truth.increment.reduce(
              (sum, v, i) => sum + (which === 0 ? said.increment[i]! - v : v - mean) ** 2,
              0
            )
          }) as [number, number]
          assert.isBelow(Math.sqrt(wrong / spread), off, "drift, as a share of its spread")
          for (let k = 0; k < d; k++) {
            const rows = states.length / d
            let strength = 0
            for (let r = 0; r < rows; r++) strength += said.noise[(r * d + k) * d + k]! / rows
            assert.closeTo(strength / law.noise[k]![k]!, 1, 0.15, "noise")
          }
          const [theirs, best] = [said, truth].map((one) => {
            const logs = logDensities(fresh, one)
            return logs.reduce((sum, log) => sum + log, 0) / logs.length
          }) as [number, number]
          assert.isAbove(theirs, best - 0.05, "held-out score")
          const again = decodeModel(encodeModel(model))
          assert.deepStrictEqual(again.info, model.info)
          assert.deepStrictEqual((yield* predict(again, states)).increment, said.increment)
        })
      )
    }

    it.effect("the same census and seed give the same model", () =>
      Effect.gen(function* () {
        const { fit } = yield* Backbone
        const { interval, text } = laws[0]!
        const recording = recordLaw(lawFrom(text), interval, 5_000, "same")
        const census = takeKramersMoyal([recording], makeBins([recording], 32))
        const [one, other] = [yield* fit(census, "same", [recording]), yield* fit(census, "same", [recording])]
        assert.deepStrictEqual(one, other)
      })
    )

    it.effect("answers with finite numbers far from everything it saw", () =>
      Effect.gen(function* () {
        const { fit, predict } = yield* Backbone
        const { interval, text } = laws[2]!
        const recording = recordLaw(lawFrom(text), interval, 5_000, "far")
        const census = takeKramersMoyal([recording], makeBins([recording], 32))
        const said = yield* predict(yield* fit(census, "far", [recording]), Float64Array.from([-1e6, 0, 1e6]))
        for (const values of [said.drift, said.increment, said.noise]) {
          assert.strictEqual(values.length, 3)
          assert.isTrue(values.every(Number.isFinite))
        }
      })
    )
  })
}

import { assert, describe, it } from "@effect/vitest"
import { Backbone, Glimpses, type Prediction, Reporter, type RunEvent } from "@rulescope/flow"
import { makeBins, takeKramersMoyal } from "@rulescope/sde"
import { backboneSuite, lawFrom, laws, recordLaw, statesOf } from "@rulescope/testkit/flow"
import { Effect, Fiber } from "effect"
import { neuralOn, runtimeOf } from "./setting.ts"

const wasm = neuralOn("wasm")
const engine = await Effect.runPromise(Effect.provide(runtimeOf, wasm))
const alive = () => engine.tf.memory().numTensors

backboneSuite("neural-sde", wasm, { off: 0.2, alive })

describe("backbone-neural-sde", () => {
  const { interval, text } = laws[1]!
  const recording = recordLaw(lawFrom(text), interval, 4_000, "short")
  const census = takeKramersMoyal([recording], makeBins([recording], 12))

  it.effect("says how it goes, and shows what it predicts at the bins", () =>
    Effect.gen(function* () {
      const events: Array<RunEvent> = []
      const shown: Array<Prediction> = []
      const { fit } = yield* Backbone
      yield* fit(census, "told", [recording]).pipe(
        Effect.provideService(Reporter, (event) => Effect.sync(() => void events.push(event))),
        Effect.provideService(Glimpses, (predicted) => Effect.sync(() => void shown.push(predicted)))
      )
      const [started, ...steps] = events
      assert.deepStrictEqual(started?._tag === "TrainingStarted" && [started.on, started.backend], ["census", "wasm"])
      assert.isTrue(steps.length > 0 && steps.every(({ _tag }) => _tag === "TrainingProgressed"))
      assert.strictEqual(shown.length, steps.length)
      for (const { drift, noise } of shown) {
        assert.strictEqual(drift.length, census.states.length)
        assert.strictEqual(noise.length, 2 * census.states.length)
      }
    }).pipe(Effect.provide(neuralOn("wasm", { maxSteps: 40 })))
  )

  it.effect("frees every tensor when it is interrupted", () =>
    Effect.gen(function* () {
      const { fit } = yield* Backbone
      const before = alive()
      const fiber: Fiber.Fiber<unknown, unknown> = yield* Effect.forkChild(
        Effect.provideService(fit(census, "stop", [recording]), Glimpses, () =>
          Effect.sync(() => fiber.interruptUnsafe())
        )
      )
      yield* Fiber.await(fiber)
      assert.strictEqual(alive(), before)
    }).pipe(Effect.provide(wasm))
  )

  it.effect("learns from bins that take turns", () =>
    Effect.gen(function* () {
      const { fit } = yield* Backbone
      const { loss } = (yield* fit(census, "turns", [recording])).info
      const all = yield* Effect.provide(
        Effect.flatMap(Backbone, (whole) => whole.fit(census, "turns", [recording])),
        neuralOn("wasm", { maxSteps: 100 })
      )
      assert.closeTo(loss, all.info.loss, 0.02)
    }).pipe(Effect.provide(neuralOn("wasm", { batch: 50, maxSteps: 200 })))
  )

  it.effect("finds noise that is correlated, and says so only where it may", () =>
    Effect.gen(function* () {
      const law = lawFrom("x' = -x; y' = -y; noise [[0.3, 0.15], [0.15, 0.3]]")
      const seen = recordLaw(law, 0.1, 20_000, "correlated")
      const bins = takeKramersMoyal([seen], makeBins([seen], 12))
      const off = (config: { readonly noise: "scalar" | "diagonal" | "full" }) =>
        Effect.gen(function* () {
          const { fit, predict } = yield* Backbone
          const states = statesOf(seen, 20)
          const { noise } = yield* predict(yield* fit(bins, "correlated", [seen]), states)
          return noise.reduce((sum, value, i) => sum + (i % 4 === 1 ? value : 0), 0) / (states.length / 2)
        }).pipe(Effect.provide(neuralOn("wasm", { ...config, maxSteps: 200, noiseWidth: 0 })))
      // Over an interval of 0.1 the law's 0.15 becomes 0.15 (1 − e^−0.2) / 0.2 = 0.136.
      assert.closeTo(yield* off({ noise: "full" }), 0.136, 0.006)
      assert.strictEqual(yield* off({ noise: "diagonal" }), 0)
      assert.strictEqual(yield* off({ noise: "scalar" }), 0)
    })
  )

  it.effect("applies no model of another backbone, and none that does not fit", () =>
    Effect.gen(function* () {
      const { fit, predict } = yield* Backbone
      const model = yield* fit(census, "foreign", [recording])
      const refused = (changed: typeof model) =>
        Effect.map(Effect.flip(predict(changed, Float64Array.from([0, 0]))), ({ message }) => message)
      assert.include(yield* refused({ ...model, info: { ...model.info, backbone: "other" } }), "other")
      assert.include(yield* refused({ ...model, weights: model.weights.slice(1) }), "fit its configuration")
    }).pipe(Effect.provide(neuralOn("wasm", { maxSteps: 10 })))
  )
})

import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { adamStep, ownedAdam } from "../src/adam.ts"
import { runtimeOf } from "./backends.ts"

it.effect("one Adam step is the published one", () =>
  Effect.gen(function* () {
    const runtime = yield* runtimeOf("cpu")
    const { tf } = runtime
    const start = Float32Array.from([1, -2, 0.5])
    const slopes = [
      [0.1, -3, 0],
      [0.2, 1, -1e-4],
      [-5, 0.5, 2e-4]
    ]
    const expected = [...start]
    const m = [0, 0, 0]
    const v = [0, 0, 0]
    yield* Effect.scoped(
      Effect.gen(function* () {
        const adam = yield* ownedAdam(runtime, start)
        for (const [t, slope] of slopes.entries()) {
          adamStep(runtime, adam, () => tf.tensor1d(slope), 0.01)
          for (const [i, g] of slope.entries()) {
            m[i] = 0.9 * m[i]! + 0.1 * g
            v[i] = 0.999 * v[i]! + 0.001 * g * g
            const size = m[i] / (1 - 0.9 ** (t + 1))
            expected[i]! -= (0.01 * size) / (Math.sqrt(v[i] / (1 - 0.999 ** (t + 1))) + 1e-8)
          }
        }
        const reached = adam.parameters.dataSync()
        for (const [i, value] of expected.entries()) assert.closeTo(reached[i]!, value, 1e-5)
      })
    )
  })
)

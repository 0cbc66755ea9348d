import { assert, it } from "@effect/vitest"
import { makeRandom } from "@rulescope/random"
import { makeSpace, takeKramersMoyal, type Trajectory } from "@rulescope/sde"
import { lossAndGradients, type Runtime, type Tensor } from "@rulescope/tensor"
import { Effect, Schema } from "effect"
import { Config } from "../src/index.ts"
import { type Frame, frameOf } from "../src/frame.ts"
import { lessonOf } from "../src/lesson.ts"
import { likelihood, problemOf } from "../src/likelihood.ts"
import { initialise, network } from "../src/network.ts"
import { inputsOf } from "../src/states.ts"
import { neuralOn, runtimeOf } from "./setting.ts"

const space = makeSpace([
  { name: "phi", kind: "phase" },
  { name: "x", kind: "real" }
])
const bins = { counts: [8, 4], ranges: [[-Math.PI, Math.PI] as const, [-2, 2] as const] }

/** Points drawn at the middles of bins, moved within them by up to `blur` of a bin, with gaps between them. */
const points = (blur: number): Trajectory => {
  const random = makeRandom("points")
  const values: Array<number> = []
  const at = (k: number) => {
    const [low, high] = bins.ranges[k]!
    const width = (high - low) / bins.counts[k]!
    return low + width * (random.below(bins.counts[k]!) + 0.5 + blur * (random.uniform() - 0.5))
  }
  for (let n = 0; n < 600; n++) {
    const x = [at(0), at(1)]
    // A pair of samples, then one that is missing: each pair is one increment.
    const step = [random.uniform() - 0.3, 0.6 * (random.uniform() - 0.5)]
    values.push(...x, x[0]! + step[0]!, x[1]! + step[1]! + 0.4 * step[0]!, Number.NaN, Number.NaN)
  }
  return { space, interval: 0.2, values: Float64Array.from(values) }
}

/** Mean negative log-density increment by increment, and its gradient, written out with the covariance itself. */
const dense = (
  runtime: Runtime,
  config: Config,
  frame: Frame,
  { interval, values }: Trajectory,
  weights: ReturnType<typeof initialise>
) => {
  const { tf } = runtime
  const starts: Array<number> = []
  const steps: Array<number> = []
  for (let t = 0; t < values.length; t += 6) {
    starts.push(values[t]!, values[t + 1]!)
    steps.push(values[t + 2]! - values[t]!, values[t + 3]! - values[t + 1]!)
  }
  const rows = starts.length / 2
  return runtime.compute(() => {
    const inputs = inputsOf(frame, Float64Array.from(starts))
    const loss = (...tensors: Array<Tensor>) => {
      const look = (name: string) => tensors[weights.findIndex((one) => one.name === name)]!
      const said = network(config, frame)(tf, look, tf.tensor2d(inputs.values, [rows, 3]))
      const column = (x: Tensor, i: number): Tensor => tf.slice(x, [0, i], [-1, 1])
      const rest = (k: number): Tensor => {
        const mean = tf.add(tf.mul(column(said.mean, k), frame.spread[k]!), frame.velocity[k]!)
        return tf.sub(
          tf.tensor2d(
            steps.filter((_, i) => i % 2 === k),
            [rows, 1]
          ),
          tf.mul(mean, interval)
        )
      }
      // Σ = C⁻¹ diag(s₁², s₂²) C⁻ᵀ with C = [1 0; c 1]: [s₁², −c s₁²; −c s₁², c² s₁² + s₂²], in units of deviations.
      const strength = (k: number): Tensor => tf.exp(tf.mul(column(said.noise, config.noise === "scalar" ? 0 : k), 2))
      const [one, two] = [strength(0), strength(1)]
      const c: Tensor = config.noise === "full" ? column(said.noise, 2) : tf.zeros([rows, 1])
      const unit = (k: number) => frame.deviation[k]! * Math.sqrt(interval)
      const a = tf.mul(one, unit(0) ** 2)
      const b = tf.mul(tf.neg(tf.mul(c, one)), unit(0) * unit(1))
      const e = tf.mul(tf.add(tf.mul(tf.square(c), one), two), unit(1) ** 2)
      const determinant = tf.sub(tf.mul(a, e), tf.square(b))
      const [x, y] = [rest(0), rest(1)]
      const square = tf.div(
        tf.add(tf.sub(tf.mul(e, tf.square(x)), tf.mul(2, tf.mul(b, tf.mul(x, y)))), tf.mul(a, tf.square(y))),
        determinant
      )
      const surprise = tf.add(tf.mul(0.5, tf.add(tf.log(determinant), square)), Math.log(2 * Math.PI))
      return tf.div<Tensor>(tf.sum(surprise), rows)
    }
    const { grads, value } = tf.valueAndGrads(loss)(weights.map(({ shape, values }) => tf.tensor(values, [...shape])))
    return [value, ...grads]
  })
}

/** Largest difference of the two gradients, relative to the largest entry of the dense one, and that of the losses. */
const apart = (change: Partial<typeof Config.Encoded>, blur: number) =>
  Effect.gen(function* () {
    const runtime = yield* runtimeOf
    const config = Schema.decodeSync(Config)({ width: 6, noiseWidth: 4, ...change })
    const recording = points(blur)
    const census = takeKramersMoyal([recording], bins)
    const frame = frameOf(census)
    const random = makeRandom("weights")
    const weights = initialise(config, frame, "gradient").map(({ name, shape, values }) => ({
      name,
      shape,
      values: values.map((value) => value + 0.6 * (random.uniform() - 0.5))
    }))
    const tensors = dense(runtime, config, frame, recording, weights)
    const [value, ...expected] = tensors.map((tensor) => tensor.dataSync())
    runtime.tf.dispose(tensors)
    const found = yield* lossAndGradients(
      runtime,
      likelihood(config, frame),
      () => problemOf(runtime, lessonOf(frame, census)),
      weights
    )
    const largest = Math.max(...expected.flatMap((gradient) => [...gradient].map(Math.abs)))
    const differences = found.gradients.flatMap(({ values }, w) => [...values].map((g, i) => g - expected[w]![i]!))
    return { gradient: Math.max(...differences.map(Math.abs)) / largest, loss: Math.abs(found.loss - value![0]!) }
  }).pipe(Effect.provide(neuralOn("wasm")))

for (const noise of ["scalar", "diagonal", "full"] as const) {
  for (const mean of ["heun", "euler"] as const) {
    it.effect(`${noise} noise, ${mean} mean: the gradient on point bins is that of all increments`, () =>
      Effect.gen(function* () {
        const exact = yield* apart({ noise, mean }, 0)
        assert.isBelow(exact.gradient, 1e-4)
        assert.isBelow(exact.loss, 1e-4)
        const [half, whole] = [yield* apart({ noise, mean }, 0.5), yield* apart({ noise, mean }, 1)]
        assert.isBelow(half.gradient, 0.8 * whole.gradient)
        assert.isAbove(half.gradient, exact.gradient)
      })
    )
  }
}

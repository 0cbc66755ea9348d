import { line, moore, type Neighbourhood, takeCensus, vonNeumann } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { encodePatterns, entropyAndGradients, planesOf, weightedRows } from "@rulescope/census-network"
import { Backend, type Tensor, type TensorFlow } from "@rulescope/tensor"
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { forward, initialise } from "../src/network.ts"

const shape = { activation: "silu", convolutions: 1, depth: 1, lastWidth: 0, logits: "each", width: 12 } as const

/** Frames of random cells on a torus: every pattern meets several outcomes. */
const soup = (states: number, width: number, height: number, frames: number) => {
  const random = makeRandom(`soup of ${states}`)
  const cells = Uint8Array.from({ length: frames * width * height }, () =>
    // Skewed, so that patterns differ in how often they occur.
    random.uniform() < 0.6 ? 0 : random.below(states)
  )
  return { source: "", width, height, frames, states, cells, boundary: "torus" as const, rule: null }
}

/** `grid` of shape T × H × W × C moved so that each cell holds its neighbour at `[dx, dy]`, around the torus. */
const shifted = (tf: TensorFlow, grid: Tensor, dx: number, dy: number): Tensor =>
  [
    [1, dy],
    [2, dx]
  ].reduce((moved, [axis, by]) => {
    const size = moved.shape[axis!]!
    const cut = ((by! % size) + size) % size
    const part = (begin: number, length: number) =>
      tf.slice(
        moved,
        moved.shape.map((_, a) => (a === axis ? begin : 0)),
        moved.shape.map((whole, a) => (a === axis ? length : whole))
      )
    return cut === 0 ? moved : tf.concat([part(cut, size - cut), part(0, cut)], axis)
  }, grid)

/** Mean cross-entropy over all cells of all frames and its gradient, without a census: convolution by shifted grids. */
const dense = (
  tf: TensorFlow,
  neighbourhood: Neighbourhood,
  { cells, frames, height, states, width }: ReturnType<typeof soup>,
  weights: ReturnType<ReturnType<typeof initialise>>
) =>
  tf.tidy(() => {
    const scale = Math.sqrt(states - 1)
    const size = width * height
    const planes = Float32Array.from({ length: cells.length * (states - 1) }, (_, i) =>
      cells[Math.floor(i / (states - 1))] === 1 + (i % (states - 1)) ? scale : -1 / scale
    ).subarray(0, (frames - 1) * size * (states - 1))
    const grid = tf.tensor(planes, [frames - 1, height, width, states - 1])
    const patches = tf.concat(
      neighbourhood.offsets.map(([dx, dy]) => shifted(tf, grid, dx, dy)),
      3
    )
    const rows = (frames - 1) * size
    const inputs = tf.reshape(patches, [rows, neighbourhood.offsets.length * (states - 1)])
    const outcomes = tf.cast(tf.oneHot(tf.tensor1d(cells.subarray(size), "int32"), states), "float32")
    const network = forward(shape)
    const loss = (...tensors: Array<Tensor>) => {
      const logits = network(tf, (name) => tensors[weights.findIndex((w) => w.name === name)]!, inputs)
      // Written out, so that nothing is shared with the loss under test.
      const surprise = tf.sub(tf.log(tf.sum(tf.exp(logits), 1, true)), logits)
      return tf.div<Tensor>(tf.sum(tf.mul(outcomes, surprise)), rows)
    }
    const { grads, value } = tf.valueAndGrads(loss)(weights.map(({ shape, values }) => tf.tensor(values, [...shape])))
    return [value, ...grads]
  })

/** Largest difference between the two, relative to the largest entry of the dense gradient. */
const tolerance = 1e-5

for (const [neighbourhood, states, width, height] of [
  [moore(1), 2, 13, 11],
  [vonNeumann(1), 3, 12, 9],
  [line(1), 4, 37, 1]
] as const) {
  for (const backend of ["cpu", "wasm"] as const) {
    it.effect(
      `${neighbourhood.id}, ${states} states, ${backend}: the gradient on the census is the dense gradient`,
      () =>
        Effect.gen(function* () {
          const runtime = yield* Effect.flatMap(Backend.Backend, ({ use }) => use)
          const { tf } = runtime
          const recording = soup(states, width, height, 6)
          const count = neighbourhood.offsets.length
          const weights = initialise(shape, count, states)("gradient")
          const transitions = [0, 1, 2, 3, 4]
          const census = takeCensus(neighbourhood, states, [{ recording, boundary: "torus", transitions }])
          const on = (weighting: number) => {
            const rows = weightedRows(census, weighting)
            const inputs = {
              shape: [count * planesOf(states)],
              values: encodePatterns(rows.patterns, count, states)
            }
            return entropyAndGradients(runtime, { forward: forward(shape), weights }, { ...rows, inputs })
          }
          const tensors = runtime.compute(() => dense(tf, neighbourhood, recording, weights))
          const [loss, ...expected] = tensors.map((tensor) => tensor.dataSync())
          tf.dispose(tensors)
          const exact = yield* on(1)
          assert.closeTo(exact.loss, loss![0]!, 1e-5)
          const largest = Math.max(...expected.flatMap((gradient) => [...gradient].map(Math.abs)))
          const differences = (gradients: typeof exact.gradients) =>
            gradients.flatMap(({ values }, index) => [...values].map((g, i) => Math.abs(g - expected[index]![i]!)))
          assert.isBelow(Math.max(...differences(exact.gradients)), tolerance * largest)
          // The law is one of weighting 1; another exponent is another loss.
          assert.isAbove(Math.max(...differences((yield* on(0)).gradients)), 0.01 * largest)
        }).pipe(Effect.provide(Backend.layer(backend)))
    )
  }
}

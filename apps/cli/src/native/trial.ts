/** A program of its own, as a library may end the process that loads it: a gradient on a native backend and on WebAssembly. */
import {
  activate,
  Backend,
  glorotUniform,
  type Loss,
  lossAndGradients,
  probeBackends,
  type Tensor
} from "@rulescope/tensor"
import { Effect } from "effect"
import type { NativeName, Trial } from "./check.ts"

const name = process.argv[2] as NativeName

const weights = [glorotUniform("in", [9, 16], "trial"), glorotUniform("out", [16, 2], "trial")]
const rows = 64
const inputs = glorotUniform("inputs", [rows, 9], "trial").values
const targets = glorotUniform("targets", [rows, 2], "trial").values

const loss: Loss<readonly [x: Tensor, y: Tensor]> = (tf, weight, [x, y]) => {
  const outputs = tf.matMul(activate(tf, "silu", tf.matMul(x, weight("in"))), weight("out"))
  return tf.mean(tf.square(tf.sub(outputs, y)))
}

const gradient = (backend: NativeName | "wasm") =>
  Effect.gen(function* () {
    const runtime = yield* (yield* Backend.Backend).use
    const { tf } = runtime
    const data = () => [tf.tensor2d(inputs, [rows, 9]), tf.tensor2d(targets, [rows, 2])] as const
    const { gradients } = yield* lossAndGradients(runtime, loss, data, weights)
    return gradients.flatMap(({ values }) => [...values])
  }).pipe(Effect.provide(Backend.layer(backend)))

const trial = Effect.gen(function* () {
  const expected = yield* gradient("wasm")
  const found = yield* gradient(name)
  const reports = yield* probeBackends([name])
  const { largeStepMs, software, stepMs } = reports[0]!
  const largest = Math.max(...expected.map(Math.abs))
  const difference = Math.max(...expected.map((value, i) => Math.abs(value - found[i]!))) / largest
  const outcome: Trial = { difference, stepMs: stepMs!, largeStepMs, withoutCard: software }
  process.stdout.write(JSON.stringify(outcome))
})

/** The caller shows the last line. */
const told = (message: string) =>
  Effect.sync(() => {
    process.stderr.write(message)
    process.exitCode = 1
  })

await Effect.runPromise(Effect.catchTags(trial, { BackendError: ({ message }) => told(message) }))

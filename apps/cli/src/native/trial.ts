/** A program of its own, as a library may end the process that loads it: a gradient on a native backend and on WebAssembly. */
import { activate, Backend, type Forward, glorotUniform, lossAndGradients, probeBackends } from "@rulescope/tensor"
import { Effect } from "effect"
import type { NativeName, Trial } from "./check.ts"

const name = process.argv[2] as NativeName

const network: { readonly weights: ReadonlyArray<ReturnType<typeof glorotUniform>>; readonly forward: Forward } = {
  weights: [glorotUniform("in", [9, 16], "trial"), glorotUniform("out", [16, 2], "trial")],
  forward: (tf, weight, x) => tf.matMul(activate(tf, "silu", tf.matMul(x, weight("in"))), weight("out"))
}
const rows = 64
const inputs = { shape: [9], values: glorotUniform("inputs", [rows, 9], "trial").values }
const lesson = {
  states: 2,
  targets: Float32Array.from({ length: 2 * rows }, (_, i) => (i % 2 === (i >> 3) % 2 ? 1 : 0)),
  weights: new Float32Array(rows).fill(1 / rows)
}

const gradient = (backend: NativeName | "wasm") =>
  Effect.gen(function* () {
    const runtime = yield* (yield* Backend.Backend).use
    const { gradients } = yield* lossAndGradients(runtime, network, inputs, lesson)
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

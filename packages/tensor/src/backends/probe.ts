import { makeRandom } from "@rulescope/random"
import { Effect } from "effect"
import { activate } from "../activation.ts"
import { glorotUniform, zeros } from "../initialise.ts"
import type { Loss } from "../loss.ts"
import { affine } from "../network.ts"
import { owned } from "../owned.ts"
import { type Task, stepTime } from "../stepTime.ts"
import type { Tensor } from "../TensorFlow.ts"
import { type BackendError, explainFailure } from "./BackendError.ts"
import { type BackendName, backendNames } from "./names.ts"
import { withoutCard } from "./native.ts"
import { openBackend, type WasmFiles } from "./open.ts"
import { makeRuntime, type Runtime } from "./Runtime.ts"
import { drawnBySoftware } from "./software.ts"

/** What one backend can do on this machine. */
export interface BackendReport {
  readonly backend: BackendName
  readonly works: boolean
  /** What a card should compute the processor computes, for want of one; in Node only told of `node-gpu`. */
  readonly software: boolean
  /** Why not, and what to do; null when it works. */
  readonly reason: string | null
  readonly remedy: string | null
  /** Mean time of a training step of a 9→16→16→2 network on 512 rows; null when it does not work. */
  readonly stepMs: number | null
  /** The same on 32,768 rows; null too when a small step takes 50 ms or more, as where software draws for a missing card. */
  readonly largeStepMs: number | null
}

/** How many times over the rows are the 512 patterns of nine cells. */
const repeats = 64

const layers = ["first", "second", "last"] as const
const start = [9, 16, 16].flatMap((width, index) => {
  const shape = [width, index === 2 ? 2 : 16]
  return [glorotUniform(`${layers[index]!}.kernel`, shape, "probe"), zeros(`${layers[index]!}.bias`, shape.slice(1))]
})

/** Squared distance of the network's outputs from what they should be. */
const loss: Loss<ReadonlyArray<Tensor>> = (tf, weight, [inputs, targets]) => {
  const hidden = activate(tf, "relu", affine(tf, weight, "first", inputs!))
  const outputs = affine(tf, weight, "last", activate(tf, "relu", affine(tf, weight, "second", hidden)))
  return tf.mean(tf.square(tf.sub(outputs, targets!)))
}

/** Training on a random function of nine signs, its 512 rows `times` over. */
const taskOf = (times: number): Task<ReadonlyArray<Tensor>> => {
  const random = makeRandom("probe")
  const rows = 512 * times
  const outcomes = Array.from({ length: 512 }, () => random.below(2))
  const inputs = Float32Array.from({ length: 9 * rows }, (_, i) => ((Math.floor(i / 9) >> (i % 9)) & 1 ? 1 : -1))
  const targets = Float32Array.from({ length: 2 * rows }, (_, i) =>
    outcomes[Math.floor(i / 2) % 512] === i % 2 ? 1 : 0
  )
  const data: Task<ReadonlyArray<Tensor>>["data"] = (runtime) =>
    Effect.all([
      owned(runtime, () => runtime.tf.tensor2d(inputs, [rows, 9])),
      owned(runtime, () => runtime.tf.tensor2d(targets, [rows, 2]))
    ])
  return { start, loss, data }
}

const tooSlowMs = 50

/** JavaScript is compiled while it runs, so many small steps are timed, unless a few tell that they are slow. */
const timeBoth = Effect.fnUntraced(function* (runtime: Runtime) {
  const rough = yield* stepTime(runtime, taskOf(1), 2, 1)
  if (rough >= tooSlowMs) return { stepMs: rough, largeStepMs: null }
  const stepMs = yield* stepTime(runtime, taskOf(1), 40, 20)
  return { stepMs, largeStepMs: yield* stepTime(runtime, taskOf(repeats), 1, 3) }
})

const explained = ({ reason, remedy }: BackendError) => {
  return { reason, remedy, software: false, stepMs: null, largeStepMs: null }
}

/** Tries backends on this machine, by default every one in their order: which work, how fast, and why the others do not. */
export const probeBackends = (
  names: ReadonlyArray<BackendName> = backendNames,
  wasmFiles?: WasmFiles
): Effect.Effect<ReadonlyArray<BackendReport>> =>
  Effect.forEach(names, (backend) =>
    Effect.tryPromise({
      try: () => openBackend(backend, wasmFiles),
      catch: (cause) => explainFailure(backend, cause)
    }).pipe(
      Effect.flatMap((opened) =>
        Effect.map(timeBoth(makeRuntime(backend, opened)), (times) => {
          return { ...times, software: withoutCard(backend, opened.tf) }
        })
      ),
      Effect.match({
        onSuccess: (found) => ({ works: true, reason: null, remedy: null, ...found }),
        onFailure: (error) => ({ works: false, ...explained(error) })
      }),
      Effect.zipWith(drawnBySoftware(backend), (found, drawn): BackendReport => {
        return { backend, ...found, software: found.software || drawn }
      })
    )
  )

import { line, makeRandom } from "@rulescope/automata"
import { Clock, Effect } from "effect"
import { activate } from "./activation.ts"
import { ownedAdam } from "./adam.ts"
import { trainingStep } from "./attempt.ts"
import { makeRuntime, type Runtime } from "./Backend.ts"
import { explainFailure } from "./BackendError.ts"
import { glorotUniform, zeros } from "./initialise.ts"
import { ownedProblem } from "./loss.ts"
import { affine, flatten, type Forward } from "./network.ts"
import { type BackendName, backendNames, openBackend, type WasmFiles } from "./openBackend.ts"
import { encodePatterns, weightedRows } from "./rows.ts"

/** What one backend can do on this machine. */
export interface BackendReport {
  readonly backend: BackendName
  readonly works: boolean
  /** Why not, and what to do; null when it works. */
  readonly reason: string | null
  readonly remedy: string | null
  /** Mean time of a training step of a 9→16→16→2 network on 512 rows; null when it does not work. */
  readonly stepMs: number | null
}

// JavaScript is compiled while it runs; fewer steps would time the compiler.
const warmUpSteps = 40
const timedSteps = 20

const layers = ["first", "second", "last"] as const
const like = [9, 16, 16].flatMap((width, index) => {
  const shape = [width, index === 2 ? 2 : 16]
  return [glorotUniform(`${layers[index]!}.kernel`, shape, "probe"), zeros(`${layers[index]!}.bias`, shape.slice(1))]
})
const forward: Forward = (tf, weight, inputs) => {
  const hidden = activate(tf, "relu", affine(tf, weight, "first", inputs))
  return affine(tf, weight, "last", activate(tf, "relu", affine(tf, weight, "second", hidden)))
}

/** Times training on the table of a random rule of nine cells. */
const timeStep = (runtime: Runtime) =>
  Effect.scoped(
    Effect.gen(function* () {
      const random = makeRandom("probe")
      const counts = new Float64Array(1024)
      for (let pattern = 0; pattern < 512; pattern++) counts[2 * pattern + random.below(2)] = 1
      const rows = weightedRows({ neighbourhood: line(4), states: 2, counts }, 0)
      const inputs = { shape: [9], values: encodePatterns(rows.patterns, 9, 2) }
      const problem = yield* ownedProblem(runtime, inputs, rows)
      const adam = yield* ownedAdam(runtime, flatten(like))
      const steps = (count: number) =>
        Effect.tryPromise({
          try: async () => {
            for (let i = 0; i < count; i++) trainingStep({ forward, runtime }, problem, like, adam, 0.01)
            // Reading a result waits for backends that compute on their own time.
            await adam.parameters.data()
          },
          catch: (cause) => explainFailure(runtime.name, cause)
        })
      yield* steps(warmUpSteps)
      const begun = yield* Clock.currentTimeNanos
      yield* steps(timedSteps)
      return Number((yield* Clock.currentTimeNanos) - begun) / 1e6 / timedSteps
    })
  )

/** Tries every backend on this machine, in order of preference: which work, how fast, and why the others do not. */
export const probeBackends = (wasmFiles?: WasmFiles): Effect.Effect<ReadonlyArray<BackendReport>> =>
  Effect.forEach(backendNames, (backend) =>
    Effect.tryPromise({
      try: () => openBackend(backend, wasmFiles),
      catch: (cause) => explainFailure(backend, cause)
    }).pipe(
      Effect.flatMap((opened) => timeStep(makeRuntime(backend, opened))),
      Effect.match({
        onSuccess: (stepMs): BackendReport => ({ backend, works: true, reason: null, remedy: null, stepMs }),
        onFailure: ({ reason, remedy }): BackendReport => ({ backend, works: false, reason, remedy, stepMs: null })
      })
    )
  )

import { Machine } from "@rulescope/core"
import { Context, Effect, Layer, Schema } from "effect"
import { BackendError, explainFailure } from "./BackendError.ts"
import { type BackendName, backendNames } from "./names.ts"
import { openBackend, type WasmFiles } from "./open.ts"
import { makeRuntime, type Runtime } from "./Runtime.ts"
import { drawnBySoftware } from "./software.ts"

/** A backend by name, or whichever suits the size of the problem. */
export const Preference = Schema.Literals(["auto", ...backendNames])
export type Preference = typeof Preference.Type

/** What a training step costs: `multiplications` as an estimate, and the way to measure it on one backend. */
export interface Step {
  readonly multiplications: number
  readonly milliseconds: (runtime: Runtime) => Effect.Effect<number, BackendError>
}

/** Which backend of TensorFlow.js computes. */
export class Backend extends Context.Service<
  Backend,
  {
    /** The named backend, else WebAssembly, else plain JavaScript; loaded by whoever asks first, a failure is final. */
    readonly use: Effect.Effect<Runtime, BackendError>
    /** The named backend, else that of `use` for small steps, else the fastest of all that work, by measuring this step. */
    readonly fastest: (step: Step) => Effect.Effect<Runtime, BackendError>
  }
>()("@rulescope/tensor/Backend") {}

/**
 * Multiplications of a step below which nothing is measured. WebAssembly takes about 20 ms for so many, and a
 * graphics card about as long to start the hundred kernels of a step; small runs are the same on every machine.
 */
export const smallStep = 2 ** 24

/** Never faster than WebAssembly; of use only where that fails. */
const slow: BackendName = "cpu"

const make = Effect.fnUntraced(function* (preference: Preference, wasmFiles: WasmFiles | undefined) {
  const all = yield* Effect.forEach(backendNames, (name) =>
    Effect.map(
      Effect.cached(
        Effect.tryPromise({
          try: async () => makeRuntime(name, await openBackend(name, wasmFiles)),
          catch: (cause) => explainFailure(name, cause)
        })
      ),
      (open) => ({ name, open })
    )
  )
  const named = all.find(({ name }) => name === preference)
  // Where none works, it is the first that should have.
  const use = named?.open ?? Effect.firstSuccessOf(all.map(({ open }) => open)).pipe(Effect.catch(() => all[0].open))
  const fastest = Effect.fnUntraced(function* ({ milliseconds, multiplications }: Step) {
    const first = yield* use
    if (named !== undefined || multiplications < smallStep) return first
    let best = { runtime: first, time: yield* milliseconds(first) }
    for (const { name, open } of all) {
      if (name === first.name || name === slow) continue
      if (yield* drawnBySoftware(name)) continue
      // A backend that is missing, or fails at this size, is no candidate; that is no reason to stop.
      const time = yield* Effect.option(Effect.flatMap(open, milliseconds))
      if (time._tag === "Some" && time.value < best.time) best = { runtime: yield* open, time: time.value }
    }
    return best.runtime
  })
  return Backend.of({ use, fastest })
})

/**
 * Provides a backend; nothing is loaded until it is used.
 *
 * With "auto" (default) small problems are computed by WebAssembly, or plain JavaScript where that fails; for
 * larger training every backend that works takes a few steps, and the fastest goes on, but for graphics that a page's
 * browser computes without a card. `wasmFiles` is for bundled pages. The preference is also the `Machine` of keys.
 */
export const layer = (
  preference: Preference = "auto",
  options: { readonly wasmFiles?: WasmFiles } = {}
): Layer.Layer<Backend> =>
  Layer.merge(Layer.effect(Backend, make(preference, options.wasmFiles)), Layer.succeed(Machine, preference))

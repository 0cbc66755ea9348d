import { Context, Effect, Layer, Schema } from "effect"
import { BackendError, explainFailure } from "./BackendError.ts"
import { type BackendName, backendNames, openBackend, type Opened, type WasmFiles } from "./openBackend.ts"
import type { Tensor, TensorFlow } from "./TensorFlow.ts"

/** A backend by name, or the first of them all that works. */
export const Preference = Schema.Literals(["auto", ...backendNames])
export type Preference = typeof Preference.Type

/** A backend in use. */
export interface Runtime {
  readonly name: BackendName
  readonly tf: TensorFlow
  /**
   * Runs tensor mathematics on this backend and frees all tensors but those returned.
   * Synchronous: TensorFlow.js cannot tidy up across an await.
   */
  readonly compute: <A extends Tensor | Array<Tensor> | void>(mathematics: () => A) => A
}

/** Makes an opened backend current again before each computation, as another may have been in between. */
export const makeRuntime = (name: BackendName, { engineName, tf }: Opened): Runtime => ({
  name,
  tf,
  compute: (mathematics) => {
    // Of an initialised backend this takes effect at once; the promise only says so.
    if (tf.getBackend() !== engineName) void tf.setBackend(engineName)
    return tf.tidy(mathematics)
  }
})

/** Which backend of TensorFlow.js computes. */
export class Backend extends Context.Service<
  Backend,
  {
    /** The backend, loaded by whoever asks first; a failure is final. */
    readonly use: Effect.Effect<Runtime, BackendError>
  }
>()("@rulescope/tensor/Backend") {}

const open = (preference: Preference, wasmFiles: WasmFiles | undefined): Effect.Effect<Runtime, BackendError> => {
  const attempt = (name: BackendName) =>
    Effect.tryPromise({
      try: () => openBackend(name, wasmFiles),
      catch: (cause) => explainFailure(name, cause)
    }).pipe(Effect.map((opened) => makeRuntime(name, opened)))
  return preference === "auto" ? Effect.firstSuccessOf(backendNames.map(attempt)) : attempt(preference)
}

/**
 * Provides a backend; nothing is loaded until it is used.
 *
 * With "auto" (default) `@tensorflow/tfjs-node-gpu` and `@tensorflow/tfjs-node` are taken where somebody
 * has installed them, else WebAssembly, else plain JavaScript. `wasmFiles` is for bundled pages.
 */
export const layer = (
  preference: Preference = "auto",
  options: { readonly wasmFiles?: WasmFiles } = {}
): Layer.Layer<Backend> =>
  Layer.effect(
    Backend,
    Effect.map(Effect.cached(open(preference, options.wasmFiles)), (use) => Backend.of({ use }))
  )

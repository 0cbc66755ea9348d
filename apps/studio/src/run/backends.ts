import { Backend, type BackendError } from "@rulescope/tensor"
import { Effect, Layer, ManagedRuntime } from "effect"

type Runtime = Effect.Success<Backend.Backend["Service"]["use"]>

// Backends that were opened stay open while the worker lives: opening one again would load it again.
const opened = new Map<Backend.Preference, ManagedRuntime.ManagedRuntime<Backend.Backend, never>>()
const used = new Set<Runtime>()

const serviceOf = (preference: Backend.Preference, wasmFiles: string): Effect.Effect<Backend.Backend["Service"]> =>
  Effect.promise(() => {
    const runtime = opened.get(preference) ?? ManagedRuntime.make(Backend.layer(preference, { wasmFiles }))
    opened.set(preference, runtime)
    return runtime.runPromise(Effect.service(Backend.Backend))
  })

/** The backend of a run. */
export const layer = (preference: Backend.Preference, wasmFiles: string): Layer.Layer<Backend.Backend> =>
  Layer.effect(
    Backend.Backend,
    Effect.map(serviceOf(preference, wasmFiles), (service) => {
      const note = (runtime: Runtime) => Effect.sync(() => used.add(runtime))
      return Backend.Backend.of({
        use: Effect.tap(service.use, note),
        fastest: (step) => Effect.tap(service.fastest(step), note)
      })
    })
  )

/** Loads what the preference computes small problems with. */
export const load = (preference: Backend.Preference, wasmFiles: string): Effect.Effect<unknown, BackendError> =>
  Effect.flatMap(serviceOf(preference, wasmFiles), ({ use }) => use)

/** Tensors that exist now; TensorFlow.js counts those of all backends together. */
export const tensors = (): number => {
  const [first] = used
  return first === undefined ? 0 : first.tf.memory().numTensors
}

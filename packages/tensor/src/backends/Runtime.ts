import type { Tensor, TensorFlow } from "../TensorFlow.ts"
import type { BackendName } from "./names.ts"
import type { Opened } from "./open.ts"

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

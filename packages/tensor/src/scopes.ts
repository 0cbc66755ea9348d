import type { TensorContainer } from "@tensorflow/tfjs-core"
import type { Tensor, TensorFlow } from "./TensorFlow.ts"

/** The tensors in what a function inside `tf.tidy` returned, each once. */
const tensorsIn = (tf: TensorFlow, result: TensorContainer | undefined): Array<Tensor> => {
  const seen = new Set<unknown>()
  const found: Array<Tensor> = []
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return
    seen.add(value)
    if (value instanceof tf.Tensor) found.push(value)
    else for (const part of Array.isArray(value) ? value : Object.values(value)) walk(part)
  }
  walk(result)
  return found
}

/**
 * Hands the results of scopes on as plain arrays. TensorFlow.js looks for tensors in them by `for … in`, over arrays
 * and objects in turn; V8 compiles that loop for one of the two, gives the code up at the other, and begins again,
 * which kept a tenth of a processor busy beside every training.
 */
export const flattenScopeResults = (tf: TensorFlow): void => {
  const engine = tf.engine()
  const end = engine.endScope.bind(engine)
  engine.endScope = (result) => end(tensorsIn(tf, result))
}

import type { Tensor } from "@tensorflow/tfjs-core"
import { registerGradients } from "./gradients/register.ts"
import { flattenScopeResults } from "./scopes.ts"

/** The operations of `@tensorflow/tfjs-core`. Loaded when first needed, so that what never trains never pays. */
export type TensorFlow = typeof import("@tensorflow/tfjs-core")
export type { Tensor }

/** The exports of a CommonJS package: Node puts them under `default`, bundlers do not. */
export const exportsOf = <M extends object>(module: M): M =>
  "default" in module && module.default !== undefined ? (module.default as M) : module

let loaded: Promise<TensorFlow> | undefined

/** Loads the core once per process, silences its console output and completes its gradients. */
export const loadTensorFlow = (): Promise<TensorFlow> =>
  (loaded ??= import("@tensorflow/tfjs-core").then((module) => {
    const tf = exportsOf(module)
    // Without it TensorFlow.js advertises its native package and backend failures on the console.
    tf.enableProdMode()
    registerGradients(tf)
    flattenScopeResults(tf)
    return tf
  }))

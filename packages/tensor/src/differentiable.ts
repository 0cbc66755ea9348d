import type { Tensor, TensorFlow } from "./TensorFlow.ts"

/** What `tf.customGrad` itself calls; not part of the types of TensorFlow.js. */
interface Engine {
  readonly runKernelFunc: (kernel: {
    readonly forwardFunc: (backend: unknown, save: Save) => Tensor
    readonly backwardsFunc: (dy: Tensor, saved: Array<Tensor>) => { readonly x: () => Tensor }
    readonly inputs: { readonly x: Tensor }
  }) => Tensor
}

/** Keeps tensors for the gradient. */
type Save = (tensors: ReadonlyArray<Tensor>) => void

/**
 * Operations on `x` that are differentiated as one. Departs from `tf.customGrad` in the name of the input: that one
 * numbers its inputs, and code that walks the tape over names and numbers in turn is compiled and given up without end.
 */
export const differentiable = (
  tf: TensorFlow,
  x: Tensor,
  forward: (save: Save) => Tensor,
  gradient: (dy: Tensor, saved: Array<Tensor>) => Tensor
): Tensor =>
  (tf.engine() as unknown as Engine).runKernelFunc({
    forwardFunc: (_, save) => forward(save),
    backwardsFunc: (dy, saved) => ({ x: () => gradient(dy, saved) }),
    inputs: { x }
  })

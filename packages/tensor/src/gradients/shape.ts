import type { Rank, Tensor } from "@tensorflow/tfjs-core"
import type { TensorFlow } from "../TensorFlow.ts"
import type { Gradient } from "./register.ts"

export const shapeGradients = (tf: TensorFlow): Readonly<Record<string, Gradient>> => ({
  Identity: { gradFunc: (dy) => ({ x: () => tf.clone(dy as Tensor) }) },
  Reshape: {
    inputsToSave: ["x"],
    gradFunc: (dy, [x]) => ({ x: () => tf.reshape(dy as Tensor, x!.shape) })
  },
  Transpose: {
    gradFunc: (dy, _, { perm }) => {
      const back: Array<number> = []
      for (const [axis, from] of (perm as Array<number>).entries()) back[from] = axis
      return { x: () => tf.transpose(dy as Tensor, back) }
    }
  },
  Slice: {
    inputsToSave: ["x"],
    gradFunc: (dy, [x], { begin }) => {
      const { shape } = dy as Tensor
      const start = Array.isArray(begin) ? (begin as Array<number>) : [begin as number]
      const margins = x!.shape.map((size, axis): [number, number] => {
        const before = start[axis] ?? 0
        return [before, size - before - shape[axis]!]
      })
      return { x: () => tf.pad(dy as Tensor, margins) }
    }
  },
  Concat: {
    saveAllInputs: true,
    gradFunc: ((dy: Tensor, inputs: Array<Tensor>, { axis }: { axis: number }) => {
      const along = axis < 0 ? axis + dy.rank : axis
      let next = 0
      return inputs.map(({ shape }) => {
        const begin = shape.map((_, a) => (a === along ? next : 0))
        next += shape[along]!
        return () => tf.slice(dy, begin, shape)
      })
      // The core passes and takes lists here, which its own type does not say.
    }) as unknown as Gradient["gradFunc"]
  },
  // As a product with one-hot rows, because WebAssembly has no segment sum. First axis only.
  GatherV2: {
    inputsToSave: ["x", "indices"],
    gradFunc: (dy, [x, indices], { axis }) => {
      if (axis !== 0)
        throw new Error(`the gradient of gather is known along the first axis, not ${JSON.stringify(axis)}`)
      const [rows, ...rest] = x!.shape
      const width = rest.reduce((product, size) => product * size, 1)
      const flat = tf.reshape<Rank.R1>(indices!, [indices!.size])
      const gather = () => tf.transpose(tf.cast(tf.oneHot(flat, rows ?? 1), "float32"))
      return {
        x: () => tf.reshape(tf.matMul(gather(), tf.reshape(dy as Tensor, [indices!.size, width])), x!.shape),
        indices: () => tf.zerosLike(indices!)
      }
    }
  }
})

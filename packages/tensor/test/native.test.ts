import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"

import type { Runtime, Tensor } from "../src/index.ts"
import { nativeHere } from "@rulescope/testkit"
import { runtimeOf } from "./backends.ts"
import { cases, draw } from "./kernels.ts"

/** Gradients of all kernels on a backend, each number of each. */
const slopes = ({ compute, tf }: Runtime): ReadonlyArray<ReadonlyArray<number>> =>
  Object.entries(cases).flatMap(([kernel, uses]) =>
    uses.map(({ apply, shapes }, index) => {
      const tensors = compute(() => {
        const inputs = shapes.map((shape, i) => {
          const size = shape.reduce((a, b) => a * b, 1)
          return tf.tensor(draw(`${kernel}/${index}/${i}`, size), [...shape])
        })
        return tf.grads((...xs: Array<Tensor>) => tf.sum<Tensor>(tf.square(apply(tf, xs))))(inputs)
      })
      const numbers = tensors.flatMap((tensor) => [...tensor.dataSync()])
      tf.dispose(tensors)
      return numbers
    })
  )

const ties = ({ compute, tf }: Runtime): ReadonlyArray<number> => {
  const shares = compute(() => tf.grad((x) => tf.max<Tensor>(x))(tf.tensor1d([1, 3, 3, 2])))
  const numbers = [...shares.dataSync()]
  shares.dispose()
  return numbers
}

describe.runIf(nativeHere.length > 0)("the native backend", () => {
  it.effect("leaves the gradients of the other backends as they were, to the last bit", () =>
    Effect.gen(function* () {
      const others = yield* Effect.forEach(["cpu", "wasm"] as const, runtimeOf)
      const before = others.map((runtime) => ({ slopes: slopes(runtime), ties: ties(runtime) }))
      const runtime = yield* runtimeOf(nativeHere[0]!)
      const here = slopes(runtime)
      assert.deepStrictEqual(
        others.map((other) => ({ slopes: slopes(other), ties: ties(other) })),
        before
      )
      for (const [i, numbers] of before[0]!.slopes.entries()) {
        for (const [j, value] of numbers.entries()) {
          assert.closeTo(here[i]![j]!, value, 1e-4 * Math.max(1, Math.abs(value)))
        }
      }
      assert.deepStrictEqual(ties(runtime), before[0]!.ties)
    })
  )

  it.effect("has room for one library in a process", () =>
    Effect.gen(function* () {
      const { name } = yield* runtimeOf(nativeHere[0]!)
      const other = yield* Effect.flip(runtimeOf(name === "node" ? "node-gpu" : "node"))
      assert.match(other.reason, /not installed|can have one of both/)
    })
  )
})

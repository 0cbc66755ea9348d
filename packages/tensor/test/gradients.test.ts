import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { gradients } from "../src/gradients/register.ts"
import { loadTensorFlow } from "../src/TensorFlow.ts"
import type { Tensor, TensorFlow } from "../src/index.ts"
import { activate, Activation } from "../src/index.ts"
import { backendsHere } from "@rulescope/testkit"
import { runtimeOf } from "./backends.ts"
import { type Case, cases, draw, one } from "./kernels.ts"

/** Central differences of Σ c · f(x), one input element at a time, against the registered gradient. */
const compare = (tf: TensorFlow, { apply, shapes }: Case, seed: string) => {
  const values = shapes.map((shape, index) =>
    draw(
      `${seed}/${index}`,
      shape.reduce((a, b) => a * b, 1)
    )
  )
  const tensors = () => values.map((value, index) => tf.tensor(value, [...shapes[index]!]))
  const factors = draw(seed, tf.tidy(() => apply(tf, tensors()).size as unknown as Tensor) as unknown as number)
  const dot = (inputs: ReadonlyArray<Tensor>) => {
    const y = apply(tf, inputs)
    return tf.sum<Tensor>(tf.mul(y, tf.tensor(factors, y.shape)))
  }
  const exact = tf.tidy(() => tf.grads((...inputs: Array<Tensor>) => dot(inputs))(tensors())).map((g) => g.dataSync())
  const step = 1 / 128
  for (const [input, value] of values.entries()) {
    for (let i = 0; i < value.length; i++) {
      const at = (offset: number) => {
        const kept = value[i]!
        value[i] = kept + offset
        const result = tf.tidy<number>(() => dot(tensors()).dataSync()[0]!)
        value[i] = kept
        return result
      }
      const slope = (at(step) - at(-step)) / (2 * step)
      assert.closeTo(exact[input]![i]!, slope, 0.01 * Math.max(1, Math.abs(slope)), `input ${input}, element ${i}`)
    }
  }
}

it.effect("every registered gradient has a case, and every case runs its kernel", () =>
  Effect.gen(function* () {
    const { tf } = yield* runtimeOf("cpu")
    assert.deepStrictEqual(Object.keys(cases).sort(), Object.keys(gradients(tf)).sort())
    for (const [kernel, uses] of Object.entries(cases)) {
      for (const { apply, shapes } of uses) {
        const { kernelNames } = yield* Effect.promise(() =>
          tf.profile(
            () =>
              tf.tidy(() =>
                apply(
                  tf,
                  shapes.map((shape) => tf.ones([...shape]))
                )
              ) as never
          )
        )
        assert.include(kernelNames, kernel)
      }
    }
  })
)

describe.each(backendsHere)("on %s", (backend) => {
  for (const [kernel, uses] of Object.entries(cases)) {
    it.effect(`the gradient of ${kernel} is the slope`, () =>
      Effect.gen(function* () {
        const { compute, tf } = yield* runtimeOf(backend)
        compute(() => {
          for (const [index, use] of uses.entries()) compare(tf, use, `${kernel}/${index}`)
        })
      })
    )
  }

  for (const activation of Activation.literals) {
    it.effect(`the gradient of ${activation} is the slope`, () =>
      Effect.gen(function* () {
        const { compute, tf } = yield* runtimeOf(backend)
        const use = one((tf, x) => activate(tf, activation, x))
        compute(() => compare(tf, use, activation))
      })
    )
  }
})

it.effect("tied maxima share the gradient evenly", () =>
  Effect.gen(function* () {
    const { tf } = yield* runtimeOf("cpu")
    const shares = tf.tidy(() =>
      tf
        .grad((x) => tf.max<Tensor>(x))(tf.tensor1d([1, 3, 3, 2]))
        .dataSync()
    )
    assert.deepStrictEqual([...(shares as unknown as Float32Array)], [0, 0.5, 0.5, 0])
  })
)

it("loading twice is loading once", async () => {
  assert.strictEqual(await loadTensorFlow(), await loadTensorFlow())
})

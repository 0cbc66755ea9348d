import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { sumTo } from "../src/gradients/broadcast.ts"
import { turn } from "../src/gradients/turn.ts"
import { backendsHere } from "@rulescope/testkit"
import { runtimeOf } from "./backends.ts"
import { draw } from "./kernels.ts"

const shapes = [
  [1, 3],
  [7, 5],
  [256, 3],
  [497, 64],
  [512, 64],
  [768, 2]
] as const

it.effect.each(backendsHere)(
  "on %s matrices are turned, and their rows added up, to the last bit as by the core",
  (name) =>
    Effect.gen(function* () {
      const { tf } = yield* runtimeOf(name)
      const before = tf.memory().numTensors
      tf.tidy(() => {
        for (const [rows, columns] of shapes) {
          const x = tf.tensor2d(draw(`${rows} ${columns}`, rows * columns), [rows, columns])
          const turned = turn(tf, x)
          assert.deepStrictEqual(turned.shape, [columns, rows])
          assert.deepStrictEqual(turned.dataSync(), tf.transpose(x).dataSync())
          assert.deepStrictEqual(sumTo(tf, x, [columns]).dataSync(), tf.sum(x, 0).dataSync())
          assert.deepStrictEqual(sumTo(tf, x, [1, columns]).dataSync(), tf.sum(x, 0).dataSync())
          assert.deepStrictEqual(sumTo(tf, x, [rows, 1]).dataSync(), tf.sum(x, 1).dataSync())
        }
        const stack = tf.tensor3d(draw("stack", 2 * 256 * 3), [2, 256, 3])
        assert.deepStrictEqual(turn(tf, stack).dataSync(), tf.transpose(stack, [0, 2, 1]).dataSync())
      })
      assert.strictEqual(tf.memory().numTensors, before)
    })
)

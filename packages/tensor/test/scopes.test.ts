import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { Backend } from "../src/index.ts"

it.effect("what a scope returns outlives it, however it is nested; all else is freed", () =>
  Effect.gen(function* () {
    const { use } = yield* Backend.Backend
    const { tf } = yield* use
    const before = tf.memory().numTensors
    const outer = tf.tidy(() => {
      const shared = tf.tensor1d([1])
      const kept = tf.tidy(() => {
        const [a, b, lost] = [tf.tensor1d([2]), tf.tensor1d([3]), tf.tensor1d([4])]
        return { list: [a, { deep: [b, a] }], shared, number: lost.size, text: "lost" }
      })
      const [first, { deep }] = kept.list as unknown as [typeof shared, { deep: Array<typeof shared> }]
      assert.strictEqual(tf.memory().numTensors, before + 3)
      assert.deepStrictEqual([...first.dataSync(), ...deep[0]!.dataSync(), ...kept.shared.dataSync()], [2, 3, 1])
      return deep[0]!
    })
    assert.strictEqual(tf.memory().numTensors, before + 1)
    assert.deepStrictEqual([...outer.dataSync()], [3])
    outer.dispose()
    assert.strictEqual(tf.memory().numTensors, before)
    assert.strictEqual(
      tf.tidy(() => "text"),
      "text"
    )
  }).pipe(Effect.provide(Backend.layer("cpu")))
)

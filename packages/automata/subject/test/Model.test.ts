import { assert, it } from "@effect/vitest"
import * as fc from "fast-check"
import { decodeModel, encodeModel, type Model } from "../src/index.ts"

const info = {
  backbone: "cnn",
  neighbourhood: "moore-1",
  states: 2,
  config: { width: 8, note: "μ ≥ 1" },
  steps: 10,
  attempts: 1,
  loss: 0.25,
  allPatternsRight: true
}

const weight = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc
      .float32Array({ minLength: rows * columns, maxLength: rows * columns })
      .map((values) => ({ shape: [rows, columns], values }))
  )

it("a model survives its bytes, to the last bit", () => {
  fc.assert(
    fc.property(fc.array(weight, { maxLength: 5 }), (weights) => {
      const model: Model = { info, weights: weights.map((w, i) => ({ name: `w${i}`, ...w })) }
      const read = decodeModel(encodeModel(model))
      assert.deepStrictEqual(read.info, info)
      assert.deepStrictEqual(
        read.weights.map((w) => [w.name, w.shape, [...new Uint32Array(w.values.buffer)]]),
        model.weights.map((w) => [w.name, w.shape, [...new Uint32Array(w.values.slice().buffer)]])
      )
    })
  )
})

it("the file is safetensors: header length, JSON header, arrays at their offsets", () => {
  const bytes = encodeModel({ info, weights: [{ name: "a", shape: [2], values: new Float32Array([1.5, -2]) }] })
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true))
  assert.strictEqual(length % 8, 0)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)))
  assert.deepStrictEqual(header.a, { dtype: "F32", shape: [2], data_offsets: [0, 8] })
  assert.strictEqual(new DataView(bytes.buffer).getFloat32(8 + length + 4, true), -2)
})

it("refuses what is not a model", () => {
  assert.throws(() => decodeModel(new Uint8Array(3)))
  assert.throws(() => decodeModel(new TextEncoder().encode("{}".padEnd(64))))
})

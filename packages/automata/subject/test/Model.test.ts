import { assert, describe, it } from "@effect/vitest"
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

const weight = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
  fc
    .float32Array({
      minLength: rows * columns,
      maxLength: rows * columns,
      noNaN: true,
      noDefaultInfinity: true
    })
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

const bytes = encodeModel({
  info,
  weights: [
    { name: "a", shape: [2], values: new Float32Array([1.5, -2]) },
    { name: "b", shape: [1, 3], values: new Float32Array([1, 2, 3]) }
  ]
})
const headerLength = Number(new DataView(bytes.buffer).getBigUint64(0, true))

/** The file with another header, as long as it then is. */
const withHeader = (change: (header: Record<string, any>) => void): Uint8Array => {
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerLength)))
  change(header)
  const text = new TextEncoder().encode(JSON.stringify(header))
  const file = new Uint8Array(8 + text.length + 20)
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true)
  file.set(text, 8)
  file.set(bytes.subarray(8 + headerLength), 8 + text.length)
  return file
}

const setInfo = (changes: object) => (header: Record<string, any>) => {
  header["__metadata__"].rulescope = JSON.stringify({ ...info, ...changes })
}

describe("what is no model is refused with the reason", () => {
  const long = withHeader(() => undefined)
  it.each([
    ["nothing", new Uint8Array(0), /ends before its header/],
    ["three bytes", new Uint8Array(3), /ends before its header/],
    ["a header of 2⁶⁴ bytes", new Uint8Array(64).fill(255), /ends before its header/],
    ["no metadata", withHeader((header) => delete header["__metadata__"]), /rulescope|object/],
    ["half precision", withHeader(({ a }) => (a.dtype = "F16")), /F32/],
    ["another extent", withHeader(({ a }) => (a.data_offsets = [0, 4])), /"a" does not lie where/],
    ["a negative offset", withHeader(({ a }) => (a.data_offsets = [-8, 0])), /greater than or equal to 0/],
    ["arrays that share bytes", withHeader(({ b }) => (b.data_offsets = [4, 16])), /"b" does not lie where/],
    ["a shape of words", withHeader(({ a }) => (a.shape = ["2"])), /integer|number/],
    ["a shape of 10¹⁸ numbers", withHeader(({ a }) => (a.shape = [1e9, 1e9])), /"a" does not lie where/],
    ["an end too early", bytes.subarray(0, -4), /ends before the array "b"/],
    ["an end too late", Uint8Array.from([...bytes, 0]), /goes on after its last array/],
    ["a neighbourhood of 10¹⁰ cells", withHeader(setInfo({ neighbourhood: "moore-100000" })), /neighbourhood/],
    ["a state too many", withHeader(setInfo({ states: 257 })), /states/]
  ] as const)("%s", (_, file, reason) => {
    assert.deepStrictEqual(decodeModel(long), decodeModel(bytes))
    assert.throws(() => decodeModel(file), reason)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("a weight that is %d", (value) => {
    const weights = [{ name: "a", shape: [1], values: new Float32Array([value]) }]
    assert.throws(() => decodeModel(encodeModel({ info, weights })), /"a" holds what is no number/)
  })

  it("any bytes altered, cut or added: a model whose arrays have the extent of their shapes, or an error", () => {
    const altered = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { maxLength: 4 })
    fc.assert(
      fc.property(altered, fc.integer({ min: -40, max: 8 }), (changes, longer) => {
        const file = new Uint8Array(bytes.length + longer)
        file.set(bytes.subarray(0, file.length))
        for (const [at, value] of changes) if (at < file.length) file[at] = value
        let read: Model
        try {
          read = decodeModel(file)
        } catch {
          return
        }
        for (const { shape, values } of read.weights) {
          assert.strictEqual(
            values.length,
            shape.reduce((product, length) => product * length, 1)
          )
          assert.isTrue(values.every((value) => Number.isFinite(value)))
        }
      }),
      { seed: 17, numRuns: 3000 }
    )
  })
})

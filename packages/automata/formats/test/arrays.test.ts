import type { Recording } from "@rulescope/lattice"
import { assert, describe, it } from "@effect/vitest"
import { zipSync } from "fflate"
import { transposed } from "../src/arrays/array.ts"
import { npyFile } from "./support/npyFile.ts"
import { parseAll, parseOne, refusal } from "./support/parse.ts"
import { evolved } from "./support/recordings.ts"

const soup = evolved("B3/S23", "torus", { width: 20, height: 16, frames: 9 })

const { cells, frames, height, width } = soup

const array = (shape: ReadonlyArray<number>, numbers: ArrayLike<number>, dtype = "|u1") =>
  npyFile(dtype, shape, Array.from(numbers))

const assertSame = (recording: Recording, remark?: string): void => {
  assert.deepStrictEqual([recording.frames, recording.height, recording.width], [frames, height, width])
  assert.deepStrictEqual(recording.cells, cells)
  if (remark !== undefined) assert.include(recording.reading!.remarks.join("; "), remark)
}

/** Axes of the soup in another order: axis i is axis `order[i]` of [T, H, W]. */
const turned = (order: ReadonlyArray<number>) => {
  const { codes, shape } = transposed({ shape: [frames, height, width], codes: cells, values: [] }, order)
  return array(shape, codes)
}

describe("axes of arrays", () => {
  it("of length 1, as networks want them", () => {
    assertSame(parseOne({ "a.npy": array([frames, height, width, 1], cells) }))
    assertSame(parseOne({ "a.npy": array([frames, 1, height, width], cells) }))
    assertSame(parseOne({ "a.npy": array([1, frames, height, width], cells) }))
    assertSame(parseOne({ "a.npy": array([1, frames, height, width, 1], cells) }))
  })

  it("in another order are found by what follows from what, or named", () => {
    assertSame(parseOne({ "a.npy": turned([1, 2, 0]) }), "its axes are taken as H, W, T")
    assertSame(parseOne({ "a.npy": turned([1, 0, 2]) }), "its axes are taken as H, T, W")
    assertSame(parseOne({ "a.npy": turned([2, 1, 0]) }, { axes: "WHT" }))
    assert.include(refusal({ "a.npy": turned([0, 1, 2]) }, "a", { axes: "TW" }), "TW names 2 axes")
    assert.include(refusal({ "a.npy": turned([0, 1, 2]) }, "a", { axes: "TTW" }), "does not name axes")
  })

  it("of channels: one-hot, first or last, and colours", () => {
    const last = Array.from(cells, (cell) => [1 - cell, cell]).flat()
    assertSame(parseOne({ "a.npy": array([frames, height, width, 2], last, "<f4") }), "one channel for every state")
    const [size] = [height * width]
    const first = Array.from({ length: frames }, (_, t) => {
      const frame = [...cells.subarray(t * size, (t + 1) * size)]
      return [...frame.map((cell) => 1 - cell), ...frame]
    }).flat()
    assertSame(parseOne({ "a.npy": array([frames, 2, height, width], first) }), "one channel for every state")
    const colours = Array.from(cells, (cell) => (cell === 1 ? [250, 120, 0] : [10, 10, 40])).flat()
    const read = parseOne({ "a.npy": array([frames, height, width, 3], colours) })
    assertSame(read, "channels of colours")
    assert.deepStrictEqual(
      read.reading!.values.map(({ state, value }) => [value, state]),
      [
        ["#0a0a28", 0],
        ["#fa7800", 1]
      ]
    )
  })

  it("for recordings give one each", () => {
    const read = parseAll({ "a.npy": array([2, frames, height, width], [...cells, ...cells]) })
    assert.strictEqual(read.length, 2)
    for (const recording of read) assertSame(recording)
    assert.deepStrictEqual(
      read.map(({ source }) => source),
      ["a.npy: recording 1", "a.npy: recording 2"]
    )
  })

  it("of two are a line of cells through time, unless its rows do not follow from one another", () => {
    const line = evolved("W30", "torus", { width: 40, height: 1, frames: 30 })
    assert.deepStrictEqual(parseOne({ "a.npy": array([30, 40], line.cells) }).height, 1)
    const frame = cells.subarray(0, height * width)
    assert.deepStrictEqual(parseOne({ "a.npy": array([height, width], frame) }).frames, 1)
  })
})

describe("float16", () => {
  it("reads what NumPy writes", () => {
    // numpy.array([0, 1, 2, 0.5, -1, 65504, 6e-8, nan], numpy.float16).view(numpy.uint16)
    const bits = [0, 15360, 16384, 14336, 48128, 31743, 1, 32256]
    const file = npyFile("<u2", [1, 1, 8], bits)
    const half = file.map((byte, i) => (file[i - 1] === 0x3c && byte === 0x75 ? 0x66 : byte))
    const message = refusal({ "a.npy": half })
    assert.include(message, "0, 1, 2, 0.5, -1, 65504, 5.960464477539063e-8, NaN")
  })
})

describe("several arrays in an archive", () => {
  const size = height * width
  const frame = (t: number) => array([height, width], cells.subarray(t * size, (t + 1) * size))
  const npz = (arrays: Readonly<Record<string, Uint8Array>>) =>
    zipSync(Object.fromEntries(Object.entries(arrays).map(([name, bytes]) => [`${name}.npy`, bytes])))

  it("of two axes are frames in the order of their numbers", () => {
    const names = Array.from({ length: frames }, (_, t) => `arr_${t}`).reverse()
    const arrays = Object.fromEntries(names.map((name) => [name, frame(Number(name.slice(4)))]))
    assertSame(parseOne({ "a.npz": npz(arrays) }), "9 arrays are taken as frames, arr_0 first")
  })

  it("X and y are frames and what became of them, one evolution where they go on", () => {
    const [before, after] = [cells.subarray(0, (frames - 1) * size), cells.subarray(size)]
    const shape = [frames - 1, height, width]
    assertSame(parseOne({ "a.npz": npz({ X: array(shape, before), y: array(shape, after) }) }))
    const pairs = [3, 0, 6].map((t) => [
      cells.subarray(t * size, (t + 1) * size),
      cells.subarray((t + 1) * size, (t + 2) * size)
    ])
    const file = npz({
      X_train: array(
        [3, height, width, 1],
        pairs.flatMap(([a]) => [...a!])
      ),
      y_train: array(
        [3, height, width, 1],
        pairs.flatMap(([, b]) => [...b!])
      )
    })
    const read = parseAll({ "a.npz": file })
    assert.deepStrictEqual(
      read.map((one) => [...one.cells]),
      pairs.map(([a, b]) => [...a!, ...b!])
    )
  })

  it("of other shapes are refused", () => {
    assert.include(
      refusal({ "a.npz": npz({ a: frame(0), b: array([1, 4], [0, 1, 0, 1]) }) }),
      "a has shape (16, 20), b has (1, 4)"
    )
  })
})

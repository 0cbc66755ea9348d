import { assert, describe, it } from "@effect/vitest"
import { npyFile } from "./support/npyFile.ts"
import { parse, refusal, shown } from "./support/parse.ts"

/** Two frames of two rows of three cells. */
const numbers = [0, 1, 2, 3, 4, 254, 0, 0, 1, 1, 0, 7]
const frames = [
  ["012", "34254"],
  ["001", "107"]
]

describe("npy", () => {
  for (const dtype of ["|u1", "<u2", ">u2", "<i2", ">i2", "<u4", ">u4", "<i4", ">i4", "<u8", ">u8", "<i8", ">i8"]) {
    it(`${dtype} holds states`, () => {
      const recording = parse({ "a.npy": npyFile(dtype, [2, 2, 3], numbers) })
      assert.deepStrictEqual(shown(recording), frames)
      assert.strictEqual(recording.states, 255)
      assert.strictEqual(recording.boundary, "auto")
      assert.strictEqual(recording.source, "a.npy")
      assert.isNull(recording.rule)
    })
  }

  for (const dtype of ["<f4", ">f4", "<f8", ">f8"]) {
    it(`${dtype} holds whole states, NaN and -1 are unobserved`, () => {
      const recording = parse({ "a.npy": npyFile(dtype, [2, 1, 3], [0, 1, Number.NaN, -1, 255, 3]) })
      assert.deepStrictEqual(shown(recording), [["01?"], ["??3"]])
    })
  }

  it("bool holds two states", () => {
    const recording = parse({ "a.npy": npyFile("|b1", [2, 1, 2], [0, 1, 1, 0]) })
    assert.deepStrictEqual(shown(recording), [["01"], ["10"]])
    assert.strictEqual(recording.states, 2)
  })

  for (const dtype of ["|i1", "<i2", ">i4", "<i8", ">i8"]) {
    it(`-1 in ${dtype} is unobserved, other negative numbers are refused with their place`, () => {
      assert.deepStrictEqual(shown(parse({ "a.npy": npyFile(dtype, [2, 1, 2], [0, -1, 1, 0]) })), [["0?"], ["10"]])
      assert.include(
        refusal({ "a.npy": npyFile(dtype, [2, 1, 2], [0, 1, 1, -2]) }),
        "frame 1, row 0, column 1 holds -2, which is no state beside the others; there are 0, 1, -2"
      )
    })
  }

  it("255 is unobserved in every type that holds it", () => {
    assert.deepStrictEqual(shown(parse({ "a.npy": npyFile("|u1", [2, 2], [0, 255, 1, 1]) })), [["0?"], ["11"]])
    assert.deepStrictEqual(shown(parse({ "a.npy": npyFile(">u2", [2, 2], [0, 255, 1, 1]) })), [["0?"], ["11"]])
  })

  it("all dead is still two states", () => {
    assert.strictEqual(parse({ "a.npy": npyFile("|u1", [2, 1, 2], [0, 0, 0, 0]) }).states, 2)
    assert.include(refusal({ "a.npy": npyFile("|u1", [1, 1, 2], [255, 255]) }), "every cell holds 255")
  })

  it("Fortran order is turned", () => {
    // Element [t, y, x] stands at t + 2 * (y + 2 * x).
    const fortran = [0, 0, 3, 1, 1, 0, 4, 0, 2, 1, 5, 7]
    const recording = parse({ "a.npy": npyFile("|u1", [2, 2, 3], fortran, { fortran: true }) })
    assert.deepStrictEqual(shown(recording), [
      ["012", "345"],
      ["001", "107"]
    ])
    const wrong = npyFile("<i2", [2, 2, 3], fortran.with(9, 300), { fortran: true })
    assert.include(refusal({ "a.npy": wrong }), "frame 1, row 0, column 2 holds 300")
  })

  it("[T, W] is a world of one row", () => {
    const { frames, height, width } = parse({ "a.npy": npyFile("|u1", [3, 2], [0, 1, 1, 1, 1, 0]) })
    assert.deepStrictEqual([frames, height, width], [3, 1, 2])
  })

  it("version 2 headers and arrays at odd addresses are read", () => {
    const file = npyFile("<i4", [2, 2], [0, 1, 1, 0], { version: 2 })
    const shifted = new Uint8Array(file.length + 3)
    shifted.set(file, 3)
    assert.deepStrictEqual(shown(parse({ "a.npy": shifted.subarray(3) })), [["01"], ["10"]])
  })

  it("the content decides, whatever the name", () => {
    assert.strictEqual(parse({ "a.txt": npyFile("|u1", [2, 2], [0, 1, 1, 0]) }).frames, 2)
  })
})

describe("npy that cannot be read", () => {
  const whole = npyFile("<i2", [2, 2, 3], numbers)

  it("cut short in the data", () => {
    const message = refusal({ "a.npy": whole.subarray(0, whole.length - 5) }, "runs/a.npy")
    assert.strictEqual(
      message,
      "runs/a.npy: the file is cut short: shape (2, 2, 3) of <i2 needs 24 bytes, 19 are there; copy or save it again"
    )
  })

  it("cut short in the header", () => {
    assert.include(refusal({ "a.npy": whole.subarray(0, 40) }), "40 bytes end inside its header")
    assert.include(refusal({ "a.npy": whole.subarray(0, 9) }), "9 bytes end inside its header")
  })

  it("another type", () => {
    assert.include(refusal({ "a.npy": npyFile("<c8", [2, 2], []) }), "type <c8; save states as numpy.uint8")
    assert.include(refusal({ "a.npy": npyFile("|O8", [2, 2], []) }), "type |O8")
  })

  it("named fields", () => {
    const text = "{'descr': [('s', '|u1')], 'fortran_order': False, 'shape': (2, 2), }\n"
    const file = new Uint8Array(10 + text.length + 4)
    file.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, text.length, 0])
    file.set(new TextEncoder().encode(text), 10)
    assert.include(refusal({ "a.npy": file }), "named fields")
  })

  it("another shape", () => {
    for (const shape of [[12], [1, 1, 1, 2, 2, 1, 3], [], [0, 2, 3]]) {
      assert.include(refusal({ "a.npy": npyFile("|u1", shape, numbers) }), "shape [frames, height, width]")
    }
  })

  it("numbers that are no states, with their place", () => {
    assert.include(
      refusal({ "a.npy": npyFile("<f8", [2, 1, 2], [0, 1, 0.3, 0]) }),
      "frame 1, row 0, column 0 holds 0.3"
    )
    assert.include(
      refusal({ "a.npy": npyFile("<u2", [2, 1, 2], [0, 256, 1, 0]) }),
      "frame 0, row 0, column 1 holds 256"
    )
  })

  it("no npy at all", () => {
    assert.include(refusal({ "a.npy": "hello" }), "not an npy file")
    assert.include(refusal({ "a.npy": "" }), "the file is empty")
  })
})

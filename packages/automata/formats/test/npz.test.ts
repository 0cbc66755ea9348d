import { assert, describe, it } from "@effect/vitest"
import { zipSync } from "fflate"
import { npyFile } from "./support/npyFile.ts"
import { parse, refusal, shown } from "./support/parse.ts"

const states = npyFile("|u1", [2, 1, 3], [0, 1, 2, 1, 1, 0])
const mask = npyFile("|b1", [2, 1, 3], [1, 0, 1, 1, 1, 0])

const npz = (arrays: Readonly<Record<string, Uint8Array>>, level: 0 | 6 = 6): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(arrays).map(([name, bytes]) => [`${name}.npy`, bytes])), { level })

const read = (arrays: Readonly<Record<string, Uint8Array>>) => shown(parse({ "a.npz": npz(arrays) }))
const refused = (arrays: Readonly<Record<string, Uint8Array>>) => refusal({ "a.npz": npz(arrays) })

describe("npz", () => {
  it("the array called states is read, packed or not", () => {
    const other = npyFile(
      "<f8",
      [5, 5, 5],
      Array.from({ length: 125 }, () => 0.5)
    )
    assert.deepStrictEqual(read({ other, states }), [["012"], ["110"]])
    assert.deepStrictEqual(shown(parse({ "a.npz": npz({ states }, 0) })), [["012"], ["110"]])
  })

  it("without that name the only array of three axes is read, else the only one of two", () => {
    const density = npyFile("<f8", [1], [0.5])
    const flat = npyFile("|u1", [2, 3], [0, 1, 1, 1, 1, 0])
    assert.deepStrictEqual(read({ density, flat, soup: states }), [["012"], ["110"]])
    assert.deepStrictEqual(read({ density, flat }), [["011"], ["110"]])
  })

  it("cells of mask 0 are unobserved, and so are those that hold 255 already", () => {
    assert.deepStrictEqual(read({ states, mask }), [["0?2"], ["11?"]])
    assert.deepStrictEqual(read({ mask, soup: states }), [["0?2"], ["11?"]])
    const holed = npyFile("|u1", [2, 1, 3], [255, 1, 2, 1, 1, 0])
    assert.deepStrictEqual(read({ states: holed, mask }), [["??2"], ["11?"]])
  })

  it("a mask may be of any number type", () => {
    assert.deepStrictEqual(read({ states, mask: npyFile("<i8", [2, 1, 3], [1, 0, 1, 1, 1, 0]) }), [["0?2"], ["11?"]])
  })
})

describe("npz that cannot be read", () => {
  it("a mask of another shape or with other numbers", () => {
    assert.include(
      refused({ states, mask: npyFile("|b1", [2, 3], [1, 1, 1, 1, 1, 1]) }),
      "mask has shape (2, 3), the states (2, 1, 3)"
    )
    assert.include(refused({ states, mask: npyFile("|u1", [2, 1, 3], [1, 0, 1, 1, 1, 9]) }), "the mask holds 9")
  })

  it("several candidates, none, or no array", () => {
    assert.include(refused({ a: states, b: states }), "several arrays may be the frames: a (2, 1, 3), b (2, 1, 3)")
    assert.include(refused({ a: npyFile("|u1", [3], [0, 1, 1]), mask }), "no array can be the frames: a (3,)")
    assert.include(refusal({ "a.npz": zipSync({ "notes.txt": new Uint8Array(3) }) }), "the archive holds no array")
  })

  it("an array that is wrong is named", () => {
    assert.include(refused({ states: npyFile("<c8", [1, 1, 1], []) }), 'array "states": the array is of type <c8')
  })

  it("not a zip, or cut short", () => {
    assert.include(refusal({ "a.npz": "hello there" }), "not a zip archive")
    const whole = npz({ states })
    assert.include(refusal({ "a.npz": whole.subarray(0, whole.length - 30) }), "cut short")
  })

  it("a flipped byte in the data does not go unnoticed, packed or not", () => {
    const plain = npz({ states }, 0)
    const last = plain.findIndex((byte, i) => byte === 2 && plain[i + 1] === 1 && plain[i + 2] === 1)
    assert.include(refusal({ "a.npz": plain.with(last, 1) }), "check sum")
    const whole = npz({
      states: npyFile(
        "|u1",
        [4, 32, 32],
        Array.from({ length: 4096 }, (_, i) => ((i * i) % 7) & 1)
      )
    })
    const at = 60
    const flipped = whole.with(at, whole[at]! ^ 16)
    assert.include(refusal({ "a.npz": flipped }), "check sum")
  })

  it("a stated size that deflate cannot reach is not believed", () => {
    const whole = npz({ states })
    const record = whole.findLastIndex((byte, i) => byte === 0x50 && whole[i + 1] === 0x4b && whole[i + 2] === 1)
    const bomb = whole.slice()
    new DataView(bomb.buffer).setUint32(record + 24, 0xfffffff0, true)
    assert.include(refusal({ "a.npz": bomb }), "impossible size")
  })
})

import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { npyFile } from "./support/npyFile.ts"
import { parseOne, refusal, shown } from "./support/parse.ts"

const doubles = (numbers: ReadonlyArray<number>) => npyFile("<f8", [1, 1, numbers.length], numbers)

/** States that numbers are taken for, `?` = unobserved. */
const taken = (numbers: ReadonlyArray<number>, values = {}) =>
  shown(parseOne({ "a.npy": doubles(numbers) }, { values }))[0]![0]

const refused = (numbers: ReadonlyArray<number>) => refusal({ "a.npy": doubles(numbers) })

describe("numbers as states", () => {
  it("two numbers of which one is no state are two states, the smaller one 0", () => {
    assert.strictEqual(taken([0, 255, 255, 0]), "0110")
    assert.strictEqual(taken([1, -1, 1]), "101")
    assert.strictEqual(taken([0.5, 0, 0.5]), "101")
    assert.strictEqual(taken([-40, 7]), "01")
  })

  it("255, -1 and NaN beside other states are unobserved", () => {
    assert.strictEqual(taken([0, 1, 255, -1, Number.NaN]), "01???")
    assert.strictEqual(taken([0, -1, 0]), "0?0")
    assert.strictEqual(taken([0, 255, Number.NaN]), "01?")
  })

  it("whole numbers from 0 to 254 are what they are", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 254 }), { minLength: 1, maxLength: 60 }), (numbers) => {
        const { cells } = parseOne({ "a.npy": npyFile("<f8", [1, 1, numbers.length], numbers) })
        assert.deepStrictEqual([...cells], numbers)
      }),
      { numRuns: 60, seed: 3 }
    ))

  it("levels in equal steps are states in their order", () => {
    assert.strictEqual(taken([0, 0.5, 1]), "012")
    assert.strictEqual(taken([255, 170, 85, 0]), "3210")
    assert.strictEqual(taken([0, 127, 255]), "012")
    assert.strictEqual(taken([-3, -1, 1, 3]), "0123")
  })

  it("others are refused with the place, and what is alone says nothing", () => {
    assert.include(refused([0, 1, 0.3]), "frame 0, row 0, column 2 holds 0.3")
    assert.include(refused([0, 1, 300]), "column 2 holds 300")
    assert.include(refused([0, 1, Infinity]), "holds Infinity")
    assert.include(refused([255, 255]), "every cell holds 255")
  })

  it("given states come first, whatever the numbers", () => {
    assert.strictEqual(taken([10, 20, 30], { "10": 0, "20": 1, "30": "unobserved" }), "01?")
    assert.strictEqual(taken([0, 255, 1], { "255": 2 }), "021")
    const given = { values: { "7": 1 } }
    assert.include(refusal({ "a.npy": doubles([0, 1]) }, "a.npy", given), "no cell holds 7; there are 0, 1")
  })

  it("says what every value was taken for, and how many cells were not observed", () => {
    assert.deepStrictEqual(parseOne({ "a.npy": doubles([0, 255, 255, Number.NaN]) }).reading, {
      format: "npy",
      values: [
        { value: "0", state: 0, cells: 1 },
        { value: "255", state: 1, cells: 2 },
        { value: "NaN", state: 255, cells: 1 }
      ],
      unobserved: 1,
      stated: null,
      remarks: []
    })
  })

  it("the frames of a folder share their values", () => {
    const frame = (numbers: ReadonlyArray<number>) => npyFile("|u1", [2, 2], numbers)
    const recording = parseOne({
      "0.npy": frame([0, 0, 0, 0]),
      "1.npy": frame([0, 255, 0, 255]),
      "2.npy": frame([255, 255, 255, 255])
    })
    assert.deepStrictEqual(shown(recording), [
      ["00", "00"],
      ["01", "01"],
      ["11", "11"]
    ])
  })
})

const text = (rows: string, values = {}) => shown(parseOne({ "a.txt": rows }, { values }))

describe("characters as states", () => {
  it("of two the empty one is dead, else the more frequent one", () => {
    assert.deepStrictEqual(text("--X\nX--\n\nXX-\n---\n"), [
      ["001", "100"],
      ["110", "000"]
    ])
    assert.deepStrictEqual(text("□■\n■■\n\n■■\n■■\n"), [
      ["01", "11"],
      ["11", "11"]
    ])
    assert.deepStrictEqual(text("⬛⬜⬛\n⬛⬛⬛\n"), [["010", "000"]])
    assert.deepStrictEqual(text("🟩🟥🟥\n🟥🟥🟥\n"), [["100", "000"]])
  })

  it("letters beside a dot are states as in RLE, several marks are one", () => {
    assert.deepStrictEqual(text(".AB\nC..\n"), [["012", "300"]])
    assert.deepStrictEqual(text(".o*\nO#.\n"), [["011", "110"]])
  })

  it("what cannot be told is refused, and may be given", () => {
    assert.include(refusal({ "a.txt": "🟩🟥🟦\n🟥🟥🟥\n" }), "there are 🟩, 🟥, 🟦")
    assert.deepStrictEqual(text("🟩🟥🟦\n", { "🟩": 2, "🟥": 0, "🟦": 1 }), [["201"]])
  })
})

import { assert, describe, it } from "@effect/vitest"
import { npyFile } from "./support/npyFile.ts"
import { parse, parseAll, refusal, shown } from "./support/parse.ts"

const frame = (cells: string) => `x = 3, y = 1, rule = B3/S23:T3,1\n${cells}!\n`

describe("a folder with a generation in each file", () => {
  it("is ordered by the numbers in the names", () => {
    const recording = parse({ "g10.rle": frame("2bo"), "g8.rle": frame("o"), "g9.rle": frame("bo") })
    assert.deepStrictEqual(shown(recording), [["100"], ["010"], ["001"]])
    assert.strictEqual(recording.source, "folder")
  })

  it("goes by Gen where the files state it", () => {
    const marked = (gen: number, cells: string) => `#CXRLE Pos=-1,0 Gen=${gen}\n${frame(cells)}`
    const recording = parse({ "a.rle": marked(4, "bo"), "b.rle": marked(3, "o"), "c.rle": marked(5, "2bo") })
    assert.deepStrictEqual(shown(recording), [["100"], ["010"], ["001"]])
  })

  it("names the generation that is missing or doubled, or a file without a number", () => {
    assert.strictEqual(
      refusal({ "000.rle": frame("o"), "001.rle": frame("bo"), "003.rle": frame("bo") }, "runs/a/"),
      "runs/a/: generation 2 is missing: 001.rle is generation 1, the next, 003.rle, is 3; " +
        "a rule is read from consecutive generations: add what is missing, or number the frames one by one"
    )
    assert.include(refusal({ "a1.rle": frame("o"), "b1.rle": frame("bo") }), "a1.rle and b1.rle are both generation 1")
    assert.include(refusal({ "a.rle": frame("o"), "b1.rle": frame("bo") }), "the generation of a.rle is not known")
  })

  it("takes one of two files that show the same generation alike", () => {
    assert.strictEqual(parse({ "0.rle": frame("o"), "1.rle": frame("bo"), "copy-1.rle": frame("b1o") }).frames, 2)
  })

  it("leaves notes and other files aside", () => {
    const files = {
      "README.txt": "notes",
      "0.rle": frame("o"),
      "1.rle": frame("bo"),
      "1.mc": "[M2]",
      ".DS_Store": "\0"
    }
    assert.strictEqual(parse(files).frames, 2)
  })

  it("may hold .cells files", () => {
    const recording = parse({ "1.cells": "!Name: one\n.O.\n...\n", "2.cells": "!\n...\n.*\n" })
    assert.deepStrictEqual(shown(recording), [
      ["010", "000"],
      ["000", "010"]
    ])
    assert.strictEqual(recording.boundary, "auto")
    assert.include(refusal({ "1.cells": ".O.\n", "2.cells": "O\nO\n" }), "without positions")
    assert.include(
      refusal({ "1.cells": ".O\n", "2.cells": "!\n.x\n" }, "f"),
      'f/2.cells: line 2, column 2: unexpected "x"'
    )
  })

  it("may hold text grids of one frame", () => {
    assert.deepStrictEqual(shown(parse({ "f2.txt": "00\n11\n", "f1.txt": "01\n10\n" })), [
      ["01", "10"],
      ["00", "11"]
    ])
    assert.include(refusal({ "1.txt": "01\n", "2.txt": "011\n" }), "1.txt has 2 × 1 cells, 2.txt has 3 × 1")
    assert.include(refusal({ "1.txt": "01\n", "3.txt": "01\n" }), "generation 2 is missing")
    assert.include(refusal({ "1.txt": "01\n", "b.txt": "01\n" }), "the generation of b.txt is not known")
  })
})

describe("a folder of recordings", () => {
  it("gives one recording a file, in the order of the files, with their states shared", () => {
    const a = npyFile("|u1", [2, 1, 2], [0, 1, 1, 2])
    const b = npyFile("|u1", [2, 1, 2], [0, 1, 1, 3])
    const recordings = parseAll({ "a.npy": a, "b.npy": b })
    assert.deepStrictEqual(
      recordings.map(({ source, states }) => [source, states]),
      [
        ["a.npy", 4],
        ["b.npy", 4]
      ]
    )
  })

  it("may be RLE files or text grids of several frames", () => {
    assert.strictEqual(parseAll({ "a.rle": frame("o!bo"), "b.rle": frame("o!bo") }).length, 2)
    assert.strictEqual(parseAll({ "a.txt": "01\n\n10\n", "b.txt": "01\n\n10\n" }).length, 2)
  })

  it("says which file is wrong", () => {
    assert.include(
      refusal({ "a.npy": npyFile("|u1", [2, 2], [0, 1, 1, 0]), "b.npy": "x" }, "runs"),
      "runs/b.npy: not an npy file"
    )
  })

  it("is refused when it is empty, mixed, or holds nothing to read", () => {
    assert.include(refusal({}), "the folder is empty")
    assert.include(refusal({ "a.md": "", "b.md": "" }), "no recording among a.md, b.md")
    assert.include(
      refusal({ "a.npy": npyFile("|u1", [2, 2], [0, 1, 1, 0]), "b.rle": frame("o") }),
      "the folder mixes formats: a.npy is npy, b.rle is rle"
    )
    assert.include(refusal({ "0.rle": frame("o"), "1.rle": frame("o!bo") }), "0.rle holds one pattern, 1.rle holds 2")
  })
})

import { assert, describe, it } from "@effect/vitest"
import { npyFile } from "./support/npyFile.ts"
import { parse, parseAll, parseOne, refusal, shown } from "./support/parse.ts"

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

  it("uses the generations that are equally far apart where one is missing, and says which are left out", () => {
    const recording = parseOne({ "000.rle": frame("o"), "001.rle": frame("bo"), "003.rle": frame("bo") })
    assert.deepStrictEqual(shown(recording), [["100"], ["010"]])
    assert.deepStrictEqual(recording.reading!.remarks, ["generations left out, since none is 1 away from them: 3"])
    const even = parseOne({ "0.rle": frame("o"), "2.rle": frame("bo"), "4.rle": frame("2bo"), "5.rle": frame("o") })
    assert.deepStrictEqual([even.frames, even.stride, even.firstGeneration], [3, 2, 0])
    const parts = parseAll({ "3.rle": frame("o"), "4.rle": frame("bo"), "6.rle": frame("o"), "7.rle": frame("2bo") })
    assert.deepStrictEqual(
      parts.map(({ firstGeneration, frames }) => [firstGeneration, frames]),
      [
        [3, 2],
        [6, 2]
      ]
    )
  })

  it("goes by the number that counts, wherever it stands in the names", () => {
    const names = ["soup2_gen007_64x64.rle", "soup2_gen008_64x64.rle", "soup2_gen009_64x64.rle"]
    const cells = ["o", "bo", "2bo"]
    const files = Object.fromEntries(names.map((name, i) => [name, frame(cells[i]!)]).reverse())
    assert.deepStrictEqual(shown(parse(files)), [["100"], ["010"], ["001"]])
    const versions = { "f1-v2.rle": frame("o"), "f2-v2.rle": frame("bo"), "f3-v2.rle": frame("2bo") }
    assert.deepStrictEqual(shown(parse(versions)), [["100"], ["010"], ["001"]])
  })

  it("names the generation that is doubled, or a file without a number", () => {
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
      "1.log.bak": "[M2]",
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
    assert.strictEqual(parseOne({ "1.txt": "01\n", "3.txt": "01\n" }).stride, 2)
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
    assert.deepStrictEqual(
      shown(parse({ "1.rle": frame("o"), "2.mcl": "#MCell 4.20\n#RULE B3/S23\n#BOARD 3x1\n#L .A" })),
      [["100"], ["010"]]
    )
    assert.include(
      refusal({ "0.rle": frame("o"), "1.rle": frame("o!bo") }),
      "0.rle holds one frame, 1.rle holds several"
    )
  })
})

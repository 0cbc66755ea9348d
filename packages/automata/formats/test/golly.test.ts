import { assert, describe, it } from "@effect/vitest"
import { gzipSync, zipSync } from "fflate"
import { bytesOf, parse, parseOne, refusal, shown } from "./support/parse.ts"

const glider = ["010", "001", "111"]

const read = (name: string, text: string) => parse({ [name]: text })

/** Rows of the one frame without its dead margin. */
const pattern = (name: string, text: string) => shown(read(name, text))[0]

describe("patterns of Golly and the forums", () => {
  it("Life 1.05, blocks with places and the rule", () => {
    const text = "#Life 1.05\n#D a glider and a block\n#R 23/36\n#P -1 -1\n.*\n..*\n***\n#P 5 0\n**\n**\n"
    const recording = read("a.lif", text)
    assert.deepStrictEqual(shown(recording), [["01000000", "00100011", "11100011"]])
    assert.strictEqual(recording.rule, "B36/S23")
    assert.include(refusal({ "a.lif": "#Life 1.05\n.x\n" }), 'line 2, column 2: unexpected "x"')
  })

  it("Life 1.06, places in any order, one of them twice", () => {
    assert.deepStrictEqual(pattern("a.lif", "#Life 1.06\n1 1\n0 -1\n1 0\n-1 1\n0 1\n0 1\n"), glider)
    assert.include(refusal({ "a.lif": "#Life 1.06\n1 b\n" }), "line 2 is not the place of a cell")
  })

  it("MCell, its board and what lies beyond", () => {
    const text = (wrap: number) =>
      `#MCell 4.20\n#GAME Generations\n#RULE 345/2/4\n#BOARD 6x4\n#WRAP ${wrap}\n#L 2.ABC$\n#L 3.aA$$A\n`
    const recording = read("a.mcl", text(1))
    assert.deepStrictEqual(
      [recording.width, recording.height, recording.boundary, recording.states],
      [6, 4, "torus", 26]
    )
    assert.deepStrictEqual([...recording.cells.subarray(0, 12)], [0, 0, 1, 2, 3, 0, 0, 0, 0, 25, 0, 0])
    assert.strictEqual(recording.cells[18], 1)
    assert.strictEqual(read("a.mcl", text(0)).boundary, "dead")
    assert.strictEqual(parseOne({ "a.mcl": text(1) }).reading!.stated, "345/2/4")
  })

  it("macrocell of two states: leaves of 8 × 8 cells within squares", () => {
    const text = "[M2] (golly 3.3)\n#R B3/S23\n#G 12\n.*$..*$***$$$$$$\n4 0 0 0 1\n5 1 0 0 0\n"
    assert.include(refusal({ "a.mc": text }), "line 6 is no node of a macrocell file")
    const whole = parseOne({ "a.mc": text.replace("5 1 0 0 0", "5 0 0 2 2") })
    assert.strictEqual(whole.firstGeneration, 12)
    assert.deepStrictEqual([whole.height, whole.width], [3, 19])
    assert.deepStrictEqual(
      shown(whole)[0]!.map((row) => [row.slice(0, 3), row.slice(-3)]),
      glider.map((row) => [row, row])
    )
  })

  it("macrocell of more states, and one that no memory holds", () => {
    const text = "[M2] (golly 3.3)\n#R WireWorld\n1 0 3 2 1\n2 1 0 0 1\n"
    assert.deepStrictEqual(pattern("a.mc", text), ["0300", "2100", "0003", "0021"])
    const squares = Array.from(
      { length: 40 },
      (_, i) =>
        `${i + 4} ${Array(4)
          .fill(i + 1)
          .join(" ")}`
    )
    const full = ["[M2]", "********$".repeat(8), ...squares].join("\n")
    assert.include(refusal({ "a.mc": full }), "cells would take")
    assert.include(refusal({ "a.mc": "[M2]\n#R B3/S23\n3 9 9 9 9\n" }), "is no node")
  })

  it("apgcodes of a glider, a blinker and the 20P2, in strips of five rows", () => {
    assert.deepStrictEqual(pattern("a.txt", "xq4_153")!.slice(0, 3), ["111", "001", "010"])
    assert.deepStrictEqual(pattern("a.txt", "xp2_7"), ["1", "1", "1", "0", "0"])
    // A dead column and three more are w and x; y0 is four, z the next strip.
    assert.deepStrictEqual(pattern("a.txt", "xs6_1w1x1y01z1"), [
      "1001000100001",
      ...Array(4).fill("0".repeat(13)),
      `1${"0".repeat(12)}`,
      ...Array(4).fill("0".repeat(13))
    ])
  })

  it("RLE with cells that are not known", () => {
    assert.deepStrictEqual(pattern("a.rle", "x = 3, y = 2\n?bo$3?!"), ["?01", "???"])
  })

  it("LifeHistory in two states, but not where its walls act", () => {
    const recording = parseOne({ "a.rle": "x = 6, y = 1, rule = LifeHistory\n.ABCDE!" })
    assert.deepStrictEqual([shown(recording)[0], recording.rule, recording.states], [["010101"], "B3/S23", 2])
    assert.include(recording.reading!.remarks[0]!, "states 1, 3 and 5 are live")
    assert.strictEqual(parse({ "a.rle": "x = 1, y = 1, rule = B36/S23History\nE!" }).rule, "B36/S23")
    assert.include(refusal({ "a.rle": "x = 1, y = 1, rule = LifeHistory\nF!" }), "kill their neighbours")
  })
})

describe("archives", () => {
  const frame = (cells: string) => bytesOf(`x = 3, y = 1, rule = B3/S23:T3,1\n${cells}!\n`)

  it("are folders, in folders or not, also with what a Mac adds", () => {
    const files = { "out/g0.rle": frame("o"), "out/g1.rle": frame("bo"), "out/g10.rle": frame("2bo") }
    const mac = { ...files, "__MACOSX/out/._g0.rle": bytesOf("\0\x05"), "out/.DS_Store": bytesOf("\0") }
    for (const contents of [files, mac]) {
      const recording = parseOne({ "a.zip": zipSync(contents) })
      assert.deepStrictEqual(shown(recording), [["100"], ["010"]])
    }
    assert.strictEqual(parse({ "a.zip": zipSync({ "a.rle.gz": gzipSync(frame("o!bo!2bo")) }) }).frames, 3)
    assert.include(refusal({ "a.zip": zipSync({ "a.exe": bytesOf("MZ") }) }), "holds no recording")
  })

  it("in one another only so deep", () => {
    let file = frame("o!bo")
    let name = "a.rle"
    for (let depth = 0; depth < 4; depth++) {
      file = zipSync({ [name]: file })
      name = `${depth}.zip`
    }
    assert.strictEqual(parse({ [name]: file }).frames, 2)
    assert.include(refusal({ "b.zip": zipSync({ [name]: file }) }), "more than 4 deep")
  })
})

describe("patterns without positions", () => {
  const bare = (size: string, cells: string) => `x = ${size}, rule = B3/S23\n${cells}!\n`

  it("are put where the stated rule carries them", () => {
    const file = bare("3, y = 3", "bo$2bo$3o") + bare("3, y = 3", "obo$b2o$bo") + bare("3, y = 3", "2bo$obo$b2o")
    const recording = parse({ "a.rle": file })
    assert.deepStrictEqual(
      shown(recording).map((rows) => rows.slice(1, 5).map((row) => row.slice(1, 4))),
      [
        ["010", "001", "111", "000"],
        ["000", "101", "011", "010"],
        ["000", "001", "101", "011"]
      ]
    )
    assert.strictEqual(recording.boundary, "dead")
  })

  it("of a folder are aligned in the order of their numbers", () => {
    const files = {
      "g2.rle": bare("3, y = 1", "3o"),
      "g0.rle": bare("3, y = 1", "3o"),
      "g1.rle": bare("1, y = 3", "o$o$o")
    }
    assert.deepStrictEqual(
      shown(parse(files)).map((rows) => rows.map((row) => row.slice(1, -1)).slice(1, -1)),
      [
        ["000", "111", "000"],
        ["010", "010", "010"],
        ["000", "111", "000"]
      ]
    )
  })

  it("with titles of their own are a collection", () => {
    const file = `#N boat\n${bare("3, y = 3", "2o$obo$bo")}#N tub\n${bare("3, y = 3", "bo$obo$bo")}`
    assert.include(refusal({ "a.rle": file }), 'is called "boat", pattern 2 (line 4) "tub": a collection')
    const numbered = file.replace("boat", "gen 0").replace("tub", "gen 1")
    assert.strictEqual(parse({ "a.rle": numbered }).frames, 2)
  })
})

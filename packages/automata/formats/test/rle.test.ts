import { assert, describe, it } from "@effect/vitest"
import { gzipSync } from "fflate"
import { bytesOf, parse, parseOne, refusal, shown } from "./support/parse.ts"

const read = (text: string) => shown(parse({ "a.rle": text }))
const refused = (text: string) => refusal({ "a.rle": text }, "a.rle")

/** A pattern in a torus of 4 × 3 cells that it fills. */
const filling = (cells: string, gen?: number) =>
  `${gen === undefined ? "" : `#CXRLE Pos=-2,-1 Gen=${gen}\n`}x = 4, y = 3, rule = B3/S23:T4,3\n${cells}!\n`

describe("RLE cells", () => {
  it("counts, row ends, blanks and line breaks anywhere", () => {
    assert.deepStrictEqual(read("x = 4, y = 4\n3o b$2$b2\no$\n!"), [["1110", "0000", "0000", "0110"]])
  })

  it("b and . are dead, o and A live, B to X and pA to yN further states", () => {
    const { cells, states } = parse({ "a.rle": "x = 8, y = 1, rule = Unheard\nb.oABXpAyN!" })
    assert.deepStrictEqual([...cells], [0, 0, 1, 1, 2, 24, 25, 254])
    assert.strictEqual(states, 255)
  })

  it("the stated size may be too small or too large", () => {
    assert.deepStrictEqual(read("x = 1, y = 1\n3o$o!"), [["111", "100"]])
    assert.deepStrictEqual(read("x = 4, y = 2\no!"), [["1000", "0000"]])
  })

  it("comments before, within and behind, and text after the pattern", () => {
    assert.deepStrictEqual(
      read("#N name\n#C $ comment\nx = 2, y = 2\n2o$\n#C within\n2o! and so on\nfound by hand\n"),
      [["11", "11"]]
    )
  })

  it("gz is unpacked", () => {
    assert.deepStrictEqual(shown(parse({ "a.rle.gz": gzipSync(bytesOf("x = 2, y = 1\n2o!")) })), [["11"]])
  })

  it("an RLE is known by its text under another name", () => {
    assert.deepStrictEqual(shown(parse({ "a.txt": "#C from a forum\nx = 2, y = 1\n2o!" })), [["11"]])
  })
})

describe("RLE headers", () => {
  const statement = (rule: string) => {
    const { boundary, rule: canonical, states } = parse({ "a.rle": `x = 3, y = 3, rule = ${rule}\n3o$3o$3o!` })
    return [canonical, boundary, states]
  }

  it("the rule is kept in canonical form when a family has it", () => {
    assert.deepStrictEqual(statement("b36s23"), ["B36/S23", "auto", 2])
    assert.deepStrictEqual(statement("23/3"), ["B3/S23", "auto", 2])
    assert.deepStrictEqual(statement("B2-a_S12"), ["B2-a/S12", "auto", 2])
    assert.deepStrictEqual(statement("Unheard"), [null, "auto", 2])
  })

  it("the topology is the boundary", () => {
    assert.deepStrictEqual(statement("B3/S23:T3,3"), ["B3/S23", "torus", 2])
    assert.deepStrictEqual(statement("B3/S23:t3"), ["B3/S23", "torus", 2])
    assert.deepStrictEqual(statement("B3/S23:P3,3"), ["B3/S23", "dead", 2])
    assert.deepStrictEqual(statement("B3/S23:T3+1,3"), ["B3/S23", "unknown", 2])
    assert.deepStrictEqual(statement("B3/S23:K3*,3"), ["B3/S23", "unknown", 2])
  })

  it("the form of the rule tells the number of states", () => {
    assert.deepStrictEqual(statement("345/2/4").at(2), 4)
    assert.deepStrictEqual(statement("R5,C6,M1,S34..58,B34..45,NM").at(2), 6)
    assert.deepStrictEqual(statement("R5,C0,M1,S34..58,B34..45,NM:T9,9").at(2), 2)
  })

  it("a pattern smaller than its bounded grid lies where Golly puts it", () => {
    // bgolly 3.3 puts a 3 × 2 pattern at x -1 to 1, y -1 to 0; the grid begins at -4, -3.
    const { cells, height, width } = parse({ "a.rle": "x = 3, y = 2, rule = B3/S23:T9,7\n3o$3o!" })
    assert.deepStrictEqual([width, height], [9, 7])
    const live = Array.from(cells.keys()).filter((i) => cells[i] === 1)
    assert.deepStrictEqual(
      live,
      [2, 3].flatMap((y) => [3, 4, 5].map((x) => y * 9 + x))
    )
    const placed = parse({ "a.rle": "#CXRLE Pos=-4,-3\nx = 1, y = 1, rule = B3/S23:T9,7\no!" })
    assert.strictEqual(placed.cells.indexOf(1), 0)
  })
})

describe("generations one after another in a file", () => {
  it("each with its own header", () => {
    const recording = parse({ "a.rle": filling("2o") + filling("$2o") + filling("$$2o") })
    assert.deepStrictEqual(shown(recording), [
      ["1100", "0000", "0000"],
      ["0000", "1100", "0000"],
      ["0000", "0000", "1100"]
    ])
    assert.strictEqual(recording.boundary, "torus")
    assert.strictEqual(recording.source, "a.rle")
  })

  it("with one header for all, on lines of their own or not", () => {
    const expected = [["100"], ["010"], ["001"]]
    assert.deepStrictEqual(read("x = 3, y = 1, rule = B3/S23:T3,1\no!\nbo!\n2bo!\n"), expected)
    assert.deepStrictEqual(read("x = 3, y = 1, rule = B3/S23:T3,1\no!bo!2bo!\n"), expected)
  })

  it("a position and a generation for all, the generations counting on", () => {
    const file = "#CXRLE Pos=4,4 Gen=7\nx = 3, y = 1, rule = B3/S23\no!\nbo!\n2bo!\n"
    assert.deepStrictEqual(read(file), [["100"], ["010"], ["001"]])
    const later = "#CXRLE Pos=3,4 Gen=10\nx = 3, y = 1, rule = B3/S23\n3o!\n"
    assert.deepStrictEqual(
      read(later + file).map((rows) => rows[1]),
      ["001000", "000100", "000010", "011100"]
    )
    assert.strictEqual(parse({ "a.rle": later.replace("10", "11") + file }).frames, 3)
  })

  it("in the order of Gen, a mark without it being generation 0", () => {
    const marked = "#CXRLE Pos=-2,-1\nx = 4, y = 3, rule = B3/S23:T4,3\n4o!\n"
    const file = filling("2o", 2) + filling("o", 1) + marked
    assert.deepStrictEqual(
      read(file).map(([first]) => first),
      ["1111", "1000", "1100"]
    )
  })

  it("a stated gap is the stride, and a generation given twice is refused", () => {
    const gap = parseOne({ "a.rle": filling("2o", 3) + filling("o", 6) + filling("3o", 9) })
    assert.deepStrictEqual([gap.frames, gap.stride, gap.firstGeneration], [3, 3, 3])
    assert.include(
      refused(filling("2o", 3) + filling("o", 3)),
      "pattern 1 (line 1) and pattern 2 (line 4) are both generation 3, with different cells"
    )
    assert.strictEqual(read(filling("2o", 3) + filling("oo", 3) + filling("o", 4)).length, 2)
  })

  it("some with a generation and some without cannot be ordered", () => {
    assert.include(refused(filling("2o", 3) + filling("o")), "the generation of pattern 2 (line 4) is not known")
  })

  it("rules and grids that differ are refused", () => {
    const other = filling("o").replace("B3/S23", "B36/S23")
    assert.include(refused(filling("o") + other), "has rule B3/S23:T4,3, pattern 2 (line 3) has B36/S23:T4,3")
    assert.include(refused(filling("o") + filling("o").replace("T4,3", "T4,4")), "B3/S23:T4,4")
  })

  it("a damaged generation is not taken for a comment", () => {
    assert.include(refused("x = 3, y = 2\n3o$o!\n3o$z!\n"), "line 3: neither cells nor a comment")
    assert.include(refused("x = 3, y = 2\n3o$o!\n3o$3"), "the pattern that begins on line 3 does not end in !")
  })
})

describe("positions on the unbounded plane", () => {
  const at = (x: number, y: number, gen: number, size: string, cells: string) =>
    `#CXRLE Pos=${x},${y} Gen=${gen}\nx = ${size}, rule = B3/S23\n${cells}!\n`

  it("smallest boxes are put together by position, with a dead margin and dead surroundings", () => {
    const blinker = at(-1, 0, 0, "3, y = 1", "3o") + at(0, -1, 1, "1, y = 3", "o$o$o")
    const recording = parse({ "a.rle": blinker })
    assert.deepStrictEqual(shown(recording), [
      ["00000", "00000", "01110", "00000", "00000"],
      ["00000", "00100", "00100", "00100", "00000"]
    ])
    assert.strictEqual(recording.boundary, "dead")
  })

  it("a box that never changes is a window, its surroundings left to the data", () => {
    const recording = parse({ "a.rle": at(5, 5, 0, "4, y = 2", "bo") + at(5, 5, 1, "4, y = 2", "$bo") })
    assert.deepStrictEqual(shown(recording), [
      ["0100", "0000"],
      ["0000", "0100"]
    ])
    assert.strictEqual(recording.boundary, "auto")
  })

  it("an empty pattern is a generation in which all has died", () => {
    const recording = parse({ "a.rle": at(0, 0, 0, "2, y = 1", "2o") + at(0, 0, 1, "0, y = 0", "") })
    assert.deepStrictEqual(shown(recording)[1], ["0000", "0000", "0000"])
    assert.strictEqual(recording.boundary, "dead")
  })

  it("an infinite side of a bounded grid grows with the pattern", () => {
    const tube = "#CXRLE Pos=0,0\nx = 3, y = 1, rule = B3/S23:P5,0\nobo!\n"
    const { boundary, height, width } = parse({ "a.rle": tube })
    assert.deepStrictEqual([width, height, boundary], [5, 3, "dead"])
    assert.strictEqual(parse({ "a.rle": tube.replace(":P", ":T") }).boundary, "unknown")
  })

  it("boxes without positions are refused when they differ or hug their live cells", () => {
    const bare = (size: string, cells: string) => `x = ${size}, rule = B3/S23\n${cells}!\n`
    assert.include(
      refused((bare("3, y = 1", "3o") + bare("1, y = 3", "o$o$o")).replaceAll("B3/S23", "B36/S125")),
      "3 × 1 cells and pattern 2 (line 3) 1 × 3, without positions"
    )
    const glider = bare("3, y = 3", "bo$2bo$3o") + bare("3, y = 3", "obo$b2o$bo")
    assert.include(
      refused(glider.replaceAll("B3/S23", "B36/S125")),
      "smallest box around its live cells, without a position"
    )
    assert.include(
      refused(at(0, 0, 0, "3, y = 1", "3o") + bare("3, y = 1", "3o")),
      "pattern 2 (line 4) has no position"
    )
  })

  it("a pattern outside its grid is refused", () => {
    assert.include(
      refused("#CXRLE Pos=2,0\nx = 3, y = 1, rule = B3/S23:T4,4\n3o!\n"),
      "pattern 1 (line 1) reaches outside the grid of 4 × 4 cells"
    )
  })

  it("a window beyond memory is refused", () => {
    assert.include(
      refused(at(0, 0, 0, "1, y = 1", "o") + at(1e9, 1e9, 1, "1, y = 1", "o")),
      "2 frames of 1000000003 × 1000000003 cells would take"
    )
  })
})

describe("RLE that cannot be read", () => {
  it("a wrong character, with line and column", () => {
    assert.include(refused("x = 3, y = 1\nbo\n b,o!"), 'line 3: column 3: unexpected ","')
  })

  it("an unfinished pattern", () => {
    assert.deepStrictEqual(read("x = 3, y = 1\nbo$"), [["010"]])
    assert.include(refused("x = 3, y = 1\nbo3"), "the pattern that begins on line 1 does not end in !")
    assert.include(
      refused("x = 3, y = 1\nbo$\nx = 3, y = 1\nbo!"),
      "line 3: the pattern that begins on line 1 does not"
    )
    assert.include(refused("#C nothing\n"), "the file holds no pattern")
  })

  it("a header or topology that says nothing", () => {
    assert.include(refused("x = 3, why = 1\no!"), 'line 1: "x = 3, why = 1" is not a header')
    assert.include(refused("x = 3, y = 1, rule = B3/S23:Q4\no!"), 'line 1: "Q4" is not a bounded grid')
  })

  it("state 255, which means unobserved here", () => {
    assert.include(refused("x = 3, y = 1, rule = Big\nyO!"), "has cells of state 255")
  })
})

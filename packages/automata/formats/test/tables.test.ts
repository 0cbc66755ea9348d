import { assert, describe, it } from "@effect/vitest"
import { parseOne, refusal, shown } from "./support/parse.ts"

const read = (text: string, name = "a.csv") => shown(parseOne({ [name]: text }))

const frames = [
  ["0100", "0010"],
  ["0000", "1111"]
]

const cells = frames.flatMap((rows, t) => rows.flatMap((row, y) => [...row].map((state, x) => ({ t, y, x, state }))))

describe("a table with a cell a line", () => {
  it("in any order, with any separator and other names of columns", () => {
    const lines = cells.map(({ state, t, x, y }) => `${t},${y},${x},${state}`).reverse()
    assert.deepStrictEqual(read(["t,y,x,state", ...lines].join("\n")), frames)
    const other = cells.map(({ state, t, x, y }) => `${state}\t${x}\t${t}\t${y}`)
    assert.deepStrictEqual(read(["value\tcol\tframe\trow", ...other].join("\n"), "a.tsv"), frames)
  })

  it("of the live cells alone", () => {
    const live = cells.filter(({ state }) => state === "1").map(({ t, x, y }) => `${t} ${x + 5} ${y - 3}`)
    const recording = parseOne({ "a.txt": ["t x y", ...live].join("\n") })
    assert.deepStrictEqual(shown(recording), frames)
    assert.include(recording.reading!.remarks[0]!, "cells are not in the table and are taken as dead")
  })

  it("with gaps in time is several stretches, and a cell given twice is refused", () => {
    const lines = cells.map(({ state, t, x, y }) => `${3 * t},${y},${x},${state}`)
    assert.strictEqual(parseOne({ "a.csv": ["t,y,x,state", ...lines].join("\n") }).stride, 3)
    assert.include(refusal({ "a.csv": "t,y,x,state\n0,0,0,1\n0,0,0,0\n" }), "cell t 0, y 0, x 0 is given twice")
    assert.include(refusal({ "a.csv": "t,y,x,state\n0,0,a,1\n" }), 'line 2: "a" is no place')
  })

  it("of places far apart is refused before anything is allocated", () => {
    assert.include(refusal({ "a.csv": "t,y,x,state\n0,0,0,1\n1,900000,900000,1\n" }), "would take")
  })
})

describe("frames with named columns", () => {
  const wide = (header: string, index: boolean) =>
    frames
      .map((rows) => [header, ...rows.map((row, y) => [...(index ? [y] : []), ...row].join(","))].join("\n"))
      .join("\n\n")

  it("as pandas writes them, with and without the index", () => {
    assert.deepStrictEqual(read(wide("0,1,2,3", false)), frames)
    assert.deepStrictEqual(read(wide(",0,1,2,3", true)), frames)
    assert.deepStrictEqual(read(wide("x0,x1,x2,x3", false)), frames)
    const once = `0,1,2,3\n${frames.map((rows) => rows.map((row) => [...row].join(",")).join("\n")).join("\n\n")}\n`
    assert.deepStrictEqual(read(once), frames)
  })

  it("a row of states that count up is one where others are as large", () => {
    assert.deepStrictEqual(read("0,1,2,3\n3,3,3,3\n\n0,1,2,3\n1,1,1,1\n"), [
      ["0123", "3333"],
      ["0123", "1111"]
    ])
  })
})

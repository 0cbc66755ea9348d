import { assert, describe, it } from "@effect/vitest"
import { parseAll, parseOne, shown } from "./support/parse.ts"
import { evolved } from "./support/recordings.ts"

const read = (text: string) => shown(parseOne({ "a.txt": text }))

describe("headings between frames", () => {
  it("say which generation follows", () => {
    for (const heading of ["Generation %:", "gen %", "t = %", "# step %", "--- frame % ---", "Iteration: %"]) {
      const text = [4, 5, 6].map((t) => `${heading.replace("%", `${t}`)}\n.*.\n...\n`).join("")
      const recording = parseOne({ "a.txt": text })
      assert.deepStrictEqual([recording.frames, recording.firstGeneration], [3, 4], heading)
    }
  })

  it("with gaps give stretches", () => {
    const text = [0, 2, 4, 6].map((t) => `Generation ${t}\n.*.\n...\n`).join("\n")
    assert.strictEqual(parseOne({ "a.txt": text }).stride, 2)
    const gaps = [0, 1, 5, 6].map((t) => `Generation ${t}\n.*.\n...\n`).join("\n")
    assert.strictEqual(parseAll({ "a.txt": gaps }).length, 2)
  })
})

describe("drawings", () => {
  it("with blanks for dead cells keep their left margin", () => {
    assert.deepStrictEqual(read("  #\n # #\n#\n"), [["0010", "0101", "1000"]])
  })

  it("of blocks, half blocks and blocks two wide", () => {
    assert.deepStrictEqual(read("██  \n  ██\n"), [["10", "01"]])
    assert.deepStrictEqual(read("▀▄ \n█ ▀\n"), [["100", "010", "101", "100"]])
    assert.deepStrictEqual(read("░█░\n█░░\n"), [["010", "100"]])
  })

  it("of emoji with their selectors", () => {
    assert.deepStrictEqual(read("◻️◼️◻️\n◻️◻️◻️\n"), [["010", "000"]])
  })
})

describe("a single grid", () => {
  const { cells } = evolved("W110", "torus", { width: 31, height: 1, frames: 24 })
  const rows = Array.from({ length: 24 }, (_, t) =>
    Array.from(cells.subarray(31 * t, 31 * (t + 1)), (c) => ".#"[c]).join("")
  )

  it("of which each row follows from the one above is a line of cells through time", () => {
    const recording = parseOne({ "a.txt": rows.join("\n") })
    assert.deepStrictEqual([recording.frames, recording.height, recording.width], [24, 1, 31])
    assert.deepStrictEqual(recording.cells, cells)
    assert.deepStrictEqual(recording.reading!.remarks, ["its rows are taken as the generations of a line of cells"])
  })

  it("in each of several files is a recording each, where the rows follow so well", () => {
    const text = rows.join("\n")
    assert.strictEqual(parseAll({ "run1.txt": text, "run2.txt": text }).length, 2)
  })

  it("of other rows is one frame", () => {
    const soup = evolved("B3/S23", "torus", { width: 24, height: 24, frames: 4 })
    const frame = Array.from({ length: 24 }, (_, y) =>
      Array.from(soup.cells.slice(-576).subarray(24 * y, 24 * y + 24), (c) => ".#"[c]).join("")
    )
    assert.strictEqual(parseOne({ "a.txt": frame.join("\n") }).frames, 1)
  })
})

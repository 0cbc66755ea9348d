import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import { framesOf } from "../plane/frames.ts"
import { makeCoder } from "../coder.ts"
import type { Format, Opened } from "../format.ts"
import { type Sheet, sheetOf } from "../sheet.ts"
import { decodedText } from "../text/decode.ts"
import { entriesOf, entryValue } from "../text/row.ts"

/** What a column is, by its names in lower case. */
const meanings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    n: "n run replicate seed sample",
    t: "t time step frame gen generation tick iteration iter",
    y: "y row i lat",
    x: "x col column j lon",
    state: "state value cell alive live z v s"
  }).flatMap(([meaning, names]) => names.split(" ").map((name) => [name, meaning] as const))
)

/** Which column of a row holds what, by the header; null when the header is none. */
const columnsOf = (header: string): ReadonlyMap<string, number> | null => {
  const entries = entriesOf(header).map((entry) => entry.replaceAll(/["']/g, "").toLowerCase())
  const columns = new Map<string, number>()
  for (const [at, entry] of entries.entries()) {
    const meaning = meanings.get(entry)
    if (meaning !== undefined && !columns.has(meaning)) columns.set(meaning, at)
  }
  return columns.has("t") && columns.has("x") && (columns.has("y") || columns.has("state")) ? columns : null
}

const headerIn = (text: string): string => text.slice(0, Math.max(0, text.indexOf("\n")))

/** One axis of the frames: smallest coordinate and how many there are. */
interface Axis {
  first: number
  last: number
}

const remedy = "write t, y, x and state as whole numbers, a cell a line"

/** Every cell given, `cells[4 * i]` t, y, x and code; without a column of states those given are live. */
const readCells = (text: string, columns: ReadonlyMap<string, number>, coder: ReturnType<typeof makeCoder>) =>
  Result.gen(function* () {
    const cells: Array<number> = []
    const lines = text.split("\n")
    const at = (["t", "y", "x"] as const).map((name) => columns.get(name) ?? -1)
    const stateAt = columns.get("state") ?? -1
    for (let i = 1; i < lines.length; i++) {
      if (lines[i]!.trim() === "") continue
      const entries = entriesOf(lines[i]!)
      for (const column of at) {
        const value = column < 0 ? 0 : Number(entries[column] === "" ? Number.NaN : entries[column])
        if (!Number.isSafeInteger(value))
          return yield* unreadable(`line ${i + 1}: "${entries[column]}" is no place`, remedy)
        cells.push(value)
      }
      const value = stateAt < 0 ? 1 : entryValue(entries[stateAt] ?? "")
      const code = value === undefined ? -1 : coder.codeOf(value)
      if (code < 0) return yield* unreadable(`line ${i + 1}: "${entries[stateAt]}" is not a state`, remedy)
      cells.push(code)
    }
    return cells
  })

const axisOf = (cells: ReadonlyArray<number>, offset: number): Axis => {
  const axis: Axis = { first: Infinity, last: -Infinity }
  for (let i = offset; i < cells.length; i += 4) {
    axis.first = Math.min(axis.first, cells[i]!)
    axis.last = Math.max(axis.last, cells[i]!)
  }
  return axis
}

const read = ({ budget, bytes }: Opened): Read<Sheet> =>
  Result.gen(function* () {
    const text = (yield* decodedText(bytes)).trimStart()
    const columns = columnsOf(headerIn(text))
    if (columns === null) return yield* unreadable("the first line does not name the columns t, y, x and state", remedy)
    const coder = makeCoder()
    // Where not every cell is given, the others are dead.
    const dead = coder.codeOf(0)
    yield* budget.hold(8 * text.length, "a table of cells")
    const cells = yield* readCells(text, columns, coder)
    if (cells.length === 0) return yield* unreadable("the table holds no cells", remedy)
    const times = [...new Set(cells.filter((_, i) => i % 4 === 0))].sort((a, b) => a - b)
    const [down, across] = [axisOf(cells, 1), axisOf(cells, 2)]
    const [height, width] = [down.last - down.first + 1, across.last - across.first + 1]
    const size = width * height
    yield* budget.hold(2 * size * times.length, framesOf(times.length, width, height))
    const frameOf = new Map(times.map((time, t) => [time, t]))
    const given = new Uint8Array(size * times.length)
    const codes = new Uint8Array(size * times.length).fill(dead)
    for (let i = 0; i < cells.length; i += 4) {
      const at = frameOf.get(cells[i]!)! * size + (cells[i + 1]! - down.first) * width + cells[i + 2]! - across.first
      if (given[at] === 1 && codes[at] !== cells[i + 3]) {
        return yield* unreadable(
          `cell t ${cells[i]}, y ${cells[i + 1]}, x ${cells[i + 2]} is given twice, with different states`,
          "keep one of them; of several recordings give each a file"
        )
      }
      given[at] = 1
      codes[at] = cells[i + 3]!
    }
    const left = given.reduce((sum, one) => sum + 1 - one, 0)
    const remarks = left === 0 ? [] : [`${left} cells are not in the table and are taken as dead`]
    return sheetOf(
      { width, height, frames: times.length, codes, values: coder.values },
      { generations: times, remarks }
    )
  })

/** One cell a line, with columns named t, y, x and state, or t, y and x of the live ones. */
export const long: Format = {
  id: "long",
  label: "table of cells with columns t, y, x, state",
  endings: [],
  loose: true,
  begins: ({ head }) => head.length > 0 && columnsOf(headerIn(head)) !== null,
  read: (file) => Result.map(read(file), (sheet) => ({ kind: "sheets" as const, sheets: [sheet] }))
}

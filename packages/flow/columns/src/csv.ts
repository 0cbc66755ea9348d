import { type Budget, type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import type { Table } from "./table.ts"

const missing = /^(?:|nan|na|n\/a|null|none|-)$/i
const digits = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/** What stands between the numbers of a line. */
const separatorOf = (line: string): string | RegExp =>
  [",", ";", "\t"].find((separator) => line.includes(separator)) ?? /\s+/

const cellsOf = (line: string, separator: string | RegExp): ReadonlyArray<string> =>
  line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"))

/** Numbers in lines: a first line of names or none, `#` before what is no data; empty, NaN and NA are missing. */
export const tableOfText = (text: string, budget: Budget): Read<ReadonlyArray<Table>> =>
  Result.gen(function* () {
    const lines = text.split(/\r?\n/)
    const at = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("#"))
    const remedy = "write a line of names, such as t,phi1,phi2, and a line of numbers for each sample"
    if (at < 0) return yield* unreadable("the file holds no numbers", remedy)
    const separator = separatorOf(lines[at]!.trim())
    const first = cellsOf(lines[at]!.trim(), separator)
    const named = first.some((cell) => !digits.test(cell) && !missing.test(cell))
    const width = first.length
    yield* budget.hold(8 * width * lines.length, `${width} columns of ${lines.length} lines`)
    const columns = first.map(() => new Float64Array(lines.length))
    let rows = 0
    for (let line = named ? at + 1 : at; line < lines.length; line++) {
      const written = lines[line]!.trim()
      if (written === "" || written.startsWith("#")) continue
      const cells = cellsOf(written, separator)
      if (cells.length !== width) {
        return yield* unreadable(`line ${line + 1} has ${cells.length} columns, the first has ${width}`, remedy)
      }
      for (let k = 0; k < width; k++) {
        const cell = cells[k]!
        if (!digits.test(cell) && !missing.test(cell)) {
          return yield* unreadable(`line ${line + 1}, column ${k + 1}: "${cell}" is no number`, remedy)
        }
        columns[k]![rows] = missing.test(cell) ? Number.NaN : Number(cell)
      }
      rows++
    }
    return [
      {
        name: "",
        columns: columns.map((values, k) => ({ name: named ? first[k]! : "", values: values.slice(0, rows) }))
      }
    ]
  })

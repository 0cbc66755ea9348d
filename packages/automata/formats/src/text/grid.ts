import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import { makeCoder } from "../coder.ts"
import type { Format, Opened } from "../format.ts"
import { type Sheet, sheetOf } from "../sheet.ts"
import { type Block, blocksOf } from "./blocks.ts"
import { decodedText } from "./decode.ts"
import { unfolded } from "./halves.ts"
import { withoutHeaders } from "./header.ts"
import { notationOf } from "./notation.ts"
import { rowReader } from "./row.ts"

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`

/** Lines without blanks at their ends. */
const linesOf = (text: string): ReadonlyArray<string> => text.split("\n").map((line) => line.trimEnd())

/** Generations of the frames when each has a heading that says it, else null. */
const generationsOf = (blocks: ReadonlyArray<Block>): ReadonlyArray<number> | null => {
  const generations = blocks.map(({ generation }) => generation ?? Number.NaN)
  return generations.every((one, i) => i === 0 || one > generations[i - 1]!) && !Number.isNaN(generations[0])
    ? generations
    : null
}

const read = ({ budget, bytes }: Opened): Read<Sheet> =>
  Result.gen(function* () {
    const text = yield* decodedText(bytes)
    const lines = linesOf(text)
    const numbers = lines.some((line) => line[0] !== "#" && /^[^a-z]*\d/i.test(line))
    const isComment = (row: string) => row[0] === "#" && (numbers || /[^.oO*#?_\s,;X@x-]/.test(row))
    const { blocks: all, statement } = blocksOf(lines, isComment)
    const notation = notationOf(all, numbers, statement.states)
    const named = notation.separated ? withoutHeaders(all) : all
    const blocks = notation.halves ? named.map(unfolded) : named
    const [first] = blocks
    if (first === undefined) return yield* unreadable("the file holds no cells", "write each frame as rows of cells")
    const height = first.rows.length
    const widest = Math.max(...blocks.map(({ rows }) => rows.reduce((most, row) => Math.max(most, row.text.length), 0)))
    const room = notation.blanks ? widest * height * blocks.length : text.length
    yield* budget.hold(2 * room, `${blocks.length} frames of text`)
    const coder = makeCoder()
    const readRow = rowReader(notation, coder)
    const codes = new Uint8Array(room)
    let [width, used] = [0, 0]
    for (const { rows } of blocks) {
      if (rows.length !== height) {
        return yield* unreadable(
          `line ${rows[0]?.line ?? 1}: this frame has ${counted(rows.length, "row")}, the first one has ${height}`,
          "give all frames the same rows, and leave one blank line between frames"
        )
      }
      for (const row of rows) {
        const padded = notation.blanks ? { line: row.line, text: row.text.padEnd(widest) } : row
        const length = yield* readRow(padded, codes, used)
        if (used === 0) width = length
        if (length !== width) {
          return yield* unreadable(
            `line ${row.line} has ${counted(length, "cell")}, line ${first.rows[0]!.line} has ${width}`,
            "give all rows of all frames the same length"
          )
        }
        used += width
      }
    }
    const frames = blocks.length
    return sheetOf(
      { width, height, frames, codes: codes.slice(0, used), values: coder.values },
      {
        statement,
        generations: generationsOf(blocks),
        flat: frames === 1 && first.generation === null ? "frame" : null
      }
    )
  })

/**
 * Frames as text, one row a line, blank lines or headings between frames.
 *
 * A cell is a digit (its state), or a character: `.` for dead and one of `o O * # X @` for live, two shapes, two
 * emoji; `?` and `_` are unobserved. Cells may be separated by blanks, tabs, commas or semicolons, as in CSV, whose
 * first row may name the columns; they are when a comment states more than ten states. A separated number may have
 * several digits. A line that begins with `#` is a comment when the file writes its cells as digits, and otherwise
 * when it holds a character that is no cell.
 */
export const text: Format = {
  id: "text",
  label: "text grid",
  endings: ["txt", "csv", "tsv", "dat", "asc", "log", "out"],
  loose: true,
  anyText: true,
  begins: () => false,
  read: (file) => Result.map(read(file), (sheet) => ({ kind: "sheets" as const, sheets: [sheet] }))
}

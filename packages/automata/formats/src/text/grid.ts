import { Result } from "effect"
import { nothingStated, type StatedFrames, type Statement } from "../evolution.ts"
import { canonicalRule } from "../statedRule.ts"
import { type Read, unreadable } from "../unreadable.ts"
import { digits, isSeparated, picture, readRow } from "./row.ts"

/** `# rule: B3/S23`, `# boundary: torus` and `# states: 3` are understood; every other comment is only a comment. */
const readComment = (line: string, statement: Statement): Statement => {
  const [, key, value] = /^#\s*(rule|boundary|states)\s*[:=]\s*(\S+)\s*$/i.exec(line) ?? []
  if (key === undefined || value === undefined) return statement
  if (/^rule$/i.test(key)) return { ...statement, rule: canonicalRule(value) }
  if (/^boundary$/i.test(key)) {
    const boundary = (["torus", "dead", "unknown"] as const).find((known) => known === value.toLowerCase())
    return { ...statement, boundary: boundary ?? statement.boundary }
  }
  const states = Number(value)
  return Number.isInteger(states) && states >= 2 && states <= 255 ? { ...statement, states } : statement
}

interface Row {
  /** Line in the file, from 1. */
  readonly line: number
  readonly text: string
}

/** Rows of every frame, and what the comments say. */
const frameRows = (lines: ReadonlyArray<string>, isComment: (row: string) => boolean) => {
  const frames: Array<Array<Row>> = []
  let open: Array<Row> | null = null
  let statement = nothingStated
  for (const [index, row] of lines.entries()) {
    if (row === "") open = null
    else if (isComment(row)) statement = readComment(row, statement)
    else {
      if (open === null) frames.push((open = []))
      open.push({ line: index + 1, text: row })
    }
  }
  return { frames, statement }
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`

/**
 * Frames as text, one row a line, blank lines between frames.
 *
 * A cell is a digit (its state), or `.` for dead and one of `o O * #` for live; `?` and `_` are unobserved.
 * Cells may be separated by blanks, commas or semicolons, as in CSV, and are when a comment states more than
 * ten states; a separated number may have several digits, and 255, -1 and nan are unobserved there. A line that begins with `#` is a comment when the file
 * writes its cells as digits, and otherwise when it holds a character that is no cell.
 */
export const readGrid = (text: string): Read<StatedFrames> =>
  Result.gen(function* () {
    const lines = text.split("\n").map((line) => line.trim())
    const inDigits = lines.some((line) => line[0] !== "#" && /\d/.test(line))
    const isComment = (row: string) => row[0] === "#" && (inDigits || /[^.oO*#?_\s,;]/.test(row))
    const { frames, statement } = frameRows(lines, isComment)
    const notation = {
      alphabet: inDigits ? digits : picture,
      separated: statement.states > 10 || frames.some((rows) => rows.some((row) => isSeparated(row.text)))
    }
    const first = frames[0]
    if (first === undefined) return yield* unreadable("the file holds no cells", "write each frame as rows of cells")
    const cells = new Uint8Array(text.length)
    let [width, used] = [0, 0]
    for (const rows of frames) {
      if (rows.length !== first.length) {
        return yield* unreadable(
          `line ${rows[0]!.line}: this frame has ${counted(rows.length, "row")}, the first one has ${first.length}`,
          "give all frames the same rows, and leave one blank line between frames"
        )
      }
      for (const row of rows) {
        const length = yield* readRow(row.text, row.line, notation, cells, used)
        if (used === 0) width = length
        if (length !== width) {
          return yield* unreadable(
            `line ${row.line} has ${counted(length, "cell")}, line ${first[0]!.line} has ${width}`,
            "give all rows of all frames the same length"
          )
        }
        used += width
      }
    }
    return { width, height: first.length, frames: frames.length, cells: cells.slice(0, used), statement }
  })

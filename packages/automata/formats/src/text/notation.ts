import type { Block, Row } from "./blocks.ts"

/**
 * How a text writes its cells.
 *
 * `numbers`: digits are states. `separated`: a cell is what stands between blanks, commas, semicolons or tabs.
 * `blanks`: a blank is a cell as well. `halves`: `▀ ▄ █` and blank are two cells, one above the other. `doubled`:
 * a cell is two characters wide.
 */
export interface Notation {
  readonly numbers: boolean
  readonly separated: boolean
  readonly blanks: boolean
  readonly halves: boolean
  readonly doubled: boolean
}

/** Rows looked at to tell the notation. */
const enough = 2_000

const allRows = (blocks: ReadonlyArray<Block>): ReadonlyArray<Row> => {
  const rows: Array<Row> = []
  for (const block of blocks) {
    if (rows.length > enough) break
    rows.push(...block.rows.slice(0, enough))
  }
  return rows
}

const blockShapes = /^[█▓▒░#■ ]+$/u

/** Characters of which every second repeats the one before, in blocks as wide as high on a terminal. */
const isDoubled = (rows: ReadonlyArray<Row>): boolean =>
  rows.every(({ text }) => {
    const chars = [...text]
    if (!blockShapes.test(text)) return false
    for (let i = 0; i < chars.length; i += 2) if (chars[i] !== (chars[i + 1] ?? " ")) return false
    return true
  })

/** Tells how a text writes its cells from all of its frames; `states` are those it states, 0 = none. */
export const notationOf = (blocks: ReadonlyArray<Block>, numbers: boolean, states: number): Notation => {
  const rows = allRows(blocks)
  const chars = new Set<string>()
  for (const { text } of rows) for (const char of text) chars.add(char)
  const shown = [...chars].filter((char) => char.trim() !== "")
  const marked = shown.some((char) => char === "," || char === ";") || chars.has("\t")
  const halves = chars.has("▀") || chars.has("▄")
  // One kind of mark and blanks: the blanks are the other kind of cell.
  const lone = shown.length === 1 && shown[0] !== "?"
  const blanks = halves || (!numbers && !marked && states <= 10 && lone && chars.has(" "))
  const separated = !blanks && (marked || states > 10 || rows.some(({ text }) => /\S\s+\S/.test(text)))
  return { numbers, separated, blanks, halves, doubled: !halves && !separated && isDoubled(rows) }
}

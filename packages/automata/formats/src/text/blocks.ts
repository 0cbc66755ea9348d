import { nothingStated, type Statement } from "../sheet.ts"

/** A line of cells. */
export interface Row {
  /** Line in the file, from 1. */
  readonly line: number
  /** As it stands, blanks at its end left out. */
  readonly text: string
}

/** Lines of one frame. */
export interface Block {
  readonly rows: Array<Row>
  /** What its heading says, or null. */
  readonly generation: number | null
}

/** `# rule: B3/S23`, `# boundary: torus` and `# states: 3` are understood; every other comment is only a comment. */
const readComment = (line: string, statement: Statement): Statement => {
  const [, key, value] = /^#\s{0,9}(rule|boundary|states)\s{0,9}[:=]\s{0,9}(\S+)$/i.exec(line) ?? []
  if (key === undefined || value === undefined) return statement
  if (/^rule$/i.test(key)) return { ...statement, rule: value }
  if (/^boundary$/i.test(key)) {
    const boundary = (["torus", "dead", "unknown"] as const).find((known) => known === value.toLowerCase())
    return { ...statement, boundary: boundary ?? statement.boundary }
  }
  const states = Number(value)
  return Number.isInteger(states) && states >= 2 && states <= 255 ? { ...statement, states } : statement
}

/** "Generation 3:", "# gen 3", "t = 3", "--- step 3 ---": the number, or null for any other line. */
const headingOf = (line: string): number | null => {
  if (line.length > 80) return null
  const [, digits] =
    /^[^a-z0-9]{0,20}(?:generation|gen|step|frame|time|tick|iteration|iter|t)\b[^a-z0-9]{0,9}(\d{1,15})\b/i.exec(
      line
    ) ?? []
  return digits === undefined ? null : Number(digits)
}

/** Frames of a text: blank lines and headings lie between them; what comments say is taken from them. */
export const blocksOf = (lines: ReadonlyArray<string>, isComment: (row: string) => boolean) => {
  const blocks: Array<Block> = []
  let open: Block | null = null
  let heading: number | null = null
  let statement = nothingStated
  for (const [index, text] of lines.entries()) {
    const bare = text.trimStart()
    const generation = headingOf(bare)
    if (generation !== null) {
      heading = generation
      open = null
    } else if (bare === "") open = null
    else if (isComment(bare)) statement = readComment(bare, statement)
    else {
      if (open === null) {
        blocks.push((open = { rows: [], generation: heading }))
        heading = null
      }
      open.rows.push({ line: index + 1, text })
    }
  }
  return { blocks, statement }
}

import type { Block, Row } from "./blocks.ts"
import { entriesOf, entryValue } from "./row.ts"

const countsFrom = (entries: ReadonlyArray<string>, first: number): boolean =>
  entries.length - first > 2 && entries.slice(first).every((entry, i) => entryValue(entry) === i)

const isName = (entry: string): boolean => entryValue(entry) === undefined && /[a-z]/i.test(entry)

/** Columns that hold the number of the row, before the cells: those without a name or called "index". */
const indexColumns = (entries: ReadonlyArray<string>): number => (/^(?:|index|unnamed: 0)$/i.test(entries[0]!) ? 1 : 0)

/**
 * Columns to leave out at the left when the first row of a block names its columns, `0,1,2,…` as pandas writes
 * them, or names; null when it holds cells.
 */
const headerOf = ([first, ...rest]: ReadonlyArray<Row>): number | null => {
  if (first === undefined || rest.length === 0) return null
  const entries = entriesOf(first.text)
  const index = indexColumns(entries)
  if (entries.length > 1 && entries.slice(index).every(isName)) return index
  if (!countsFrom(entries, index)) return null
  // Numbers that count the columns may be states only where states are as many.
  const most = entries.length - index - 1
  const small = rest.slice(0, 50).every(({ text }) =>
    entriesOf(text)
      .slice(index)
      .every((entry) => Number(entryValue(entry) ?? 0) < most)
  )
  return small ? index : null
}

const withoutColumns = ({ line, text }: Row, count: number): Row => ({
  line,
  text: count === 0 ? text : entriesOf(text).slice(count).join(",")
})

/**
 * Blocks without the row that names their columns and without the column that counts their rows: where the first
 * block has them, and in the others whether they have the names or not.
 */
export const withoutHeaders = (blocks: ReadonlyArray<Block>): ReadonlyArray<Block> => {
  const columns = blocks[0] === undefined ? null : headerOf(blocks[0].rows)
  if (columns === null) return blocks
  return blocks.map((block) => {
    const rows = headerOf(block.rows) === null ? block.rows : block.rows.slice(1)
    return { ...block, rows: rows.map((row) => withoutColumns(row, columns)) }
  })
}

import { bold, type TerminalOptions } from "./Terminal.ts"

export type TableCell = string | number | null

/** A number in few characters: four digits that matter, no trailing zeros; a small one with its power of ten. */
export const figure = (value: number): string => {
  if (Number.isInteger(value)) return value.toLocaleString("en-US")
  if (Math.abs(value) >= 1000) return value.toFixed(0)
  return Math.abs(value) < 9.5e-5 ? value.toExponential(1) : value.toPrecision(4).replace(/\.?0+$/, "")
}

const textOf = (cell: TableCell): string => (cell === null ? "–" : typeof cell === "number" ? figure(cell) : cell)

/** At most `width` characters, the end left out. */
const cut = (text: string, width: number): string => (text.length <= width ? text : `${text.slice(0, width - 1)}…`)

/** Aligned columns, words to the left and numbers to the right; columns that do not fit the width are left out and named. */
export const tableLines = (
  head: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<TableCell>>,
  options: TerminalOptions
): ReadonlyArray<string> => {
  const columns = head.map((name, at) => {
    const cells = rows.map((row) => row[at]!)
    const texts = cells.map((cell) => cut(textOf(cell), 36))
    const right = !cells.some((cell) => typeof cell === "string")
    return { name, texts, right, width: Math.max(name.length, ...texts.map(({ length }) => length)) }
  })
  let room = options.width - 2
  const shown = columns.filter(({ width }) => (room -= width + 2) >= -2)
  const hidden = columns.slice(shown.length).map(({ name }) => name)
  const line = (texts: ReadonlyArray<string>): string =>
    `  ${texts
      .map((text, at) => (shown[at]!.right ? text.padStart(shown[at]!.width) : text.padEnd(shown[at]!.width)))
      .join("  ")
      .trimEnd()}`
  return [
    bold(line(shown.map(({ name }) => name)), options),
    ...rows.map((_, row) => line(shown.map(({ texts }) => texts[row]!))),
    ...(hidden.length === 0 ? [] : [`  not shown for want of width: ${hidden.join(", ")}`])
  ]
}

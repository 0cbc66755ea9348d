import { classGroups, type ClassRow } from "../data/classFigure.ts"
import { compact, confidenceText, counted } from "../data/numbers.ts"
import { classInk } from "./classList.ts"
import { columnsOf, padded, spelt, type Style, wrapped } from "./style.ts"

const between = "   "

const glyph = (row: ClassRow, { ascii }: Style): string => {
  if (row.label === null) return "?"
  if (row.label > 1) return row.label.toString(36)
  return (ascii ? [".", "o"] : ["○", "●"])[row.label]!
}

/** Lines of marks with what stands left of them, one or more for each neighbour count. */
const marks = (
  groups: ReadonlyArray<ReadonlyArray<ClassRow>>,
  named: boolean,
  width: number,
  style: Style
): ReadonlyArray<string> => {
  const prefix = (group: ReadonlyArray<ClassRow>): string =>
    named ? group[0]!.name.slice(0, 2) : `${["dead", "live"][group[0]!.centre] ?? group[0]!.centre} ${group[0]!.live}`
  const mark = (row: ClassRow): string => {
    const drawn = style.paint(row.wrong ? "wrong" : classInk(row), glyph(row, style))
    if (!named) return drawn
    return row.name.slice(2).padStart(1) + drawn + (row.wrong ? style.paint("wrong", style.cross) : " ")
  }
  const indent = Math.max(...groups.map((group) => prefix(group).length)) + 1
  const perLine = Math.max(1, Math.floor((width - indent) / (named ? 3 : 1)))
  return groups.flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / perLine) }, (_, i) => {
      const start = padded(i === 0 ? prefix(group) : "", indent)
      const part = group.slice(i * perLine, (i + 1) * perLine)
      return style.paint("muted", start) + part.map(mark).join("")
    })
  )
}

/** A mark per class, with its last letter where names are short; dead and live cells side by side where both fit. */
const markGrid = (rows: ReadonlyArray<ClassRow>, style: Style): ReadonlyArray<string> => {
  const groups = classGroups(rows)
  const named = rows.every(({ name }) => name.length <= 4)
  const all = marks(groups, named, style.width, style)
  const widest = Math.max(...all.map(columnsOf))
  if (all.length > groups.length || 2 * widest + between.length > style.width) return all
  const [dead, others] = [true, false].map((isDead) =>
    marks(
      groups.filter((group) => (group[0]!.centre === 0) === isDead),
      named,
      style.width,
      style
    )
  ) as [ReadonlyArray<string>, ReadonlyArray<string>]
  return Array.from(
    { length: Math.max(dead.length, others.length) },
    (_, i) => padded(dead[i] ?? "", widest) + between + (others[i] ?? "")
  )
}

const legend = (rows: ReadonlyArray<ClassRow>, style: Style): string => {
  const [dead, live] = style.ascii ? [".", "o"] : ["○", "●"]
  const parts = [`${live} live`, `${dead} dead`]
  if (rows.some(({ label }) => label === null)) parts.push("? undetermined")
  return style.paint("muted", parts.join("   "))
}

/** "title: a, b, c", as many of the rows as fit into a line. */
const remark = (
  title: string,
  rows: ReadonlyArray<ClassRow>,
  text: (row: ClassRow) => string,
  style: Style
): ReadonlyArray<string> => {
  if (rows.length === 0) return []
  const write = (shown: number): string =>
    spelt(`${title}: ${rows.slice(0, shown).map(text).join(", ")}${shown < rows.length ? ", …" : ""}`, style)
  let shown = Math.min(8, rows.length)
  while (shown > 1 && columnsOf(write(shown)) > style.width) shown--
  return wrapped(write(shown), style.width)
}

/** What a grid of marks cannot show: the rarest classes, the least certain ones, those that contradict the truth. */
const remarks = (rows: ReadonlyArray<ClassRow>, style: Style): ReadonlyArray<string> => {
  const seen = rows.filter(({ support }) => support > 0)
  const rare = [...seen].sort((a, b) => a.support - b.support)
  const unsure = seen
    .filter(({ confidence, label }) => label !== null && confidence < 0.99)
    .sort((a, b) => a.confidence - b.confidence)
  const unseen = rows.filter(({ support }) => support === 0)
  const wrong = rows.filter((row) => row.wrong)
  return [
    ...remark("rarest", rare, (row) => `${row.name} ${compact(row.support)}×`, style),
    ...remark("below 99 % confidence", unsure, (row) => `${row.name} ${confidenceText(row.confidence)}`, style),
    ...remark(`${counted(unseen.length, "class", "classes")} never seen`, unseen, (row) => row.name, style),
    ...remark("differ from truth", wrong, (row) => row.name, style)
  ]
}

/** A mark for every class by neighbour count, what the marks mean, and remarks on the rare and the uncertain ones. */
export const classGrid = (rows: ReadonlyArray<ClassRow>, style: Style): ReadonlyArray<string> => [
  ...markGrid(rows, style),
  "",
  legend(rows, style),
  ...remarks(rows, style)
]

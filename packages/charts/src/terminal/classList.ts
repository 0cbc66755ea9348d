import type { ClassRow } from "../data/classFigure.ts"
import { compact, confidenceText } from "../data/numbers.ts"
import { columnsOf, padded, paddedLeft, type Style } from "./style.ts"

const between = "   "

const stateWord = ({ label }: ClassRow): string =>
  label === null ? "?" : (["dead", "live"][label] ?? `state ${label}`)

/** Colour of a class by its label. */
export const classInk = ({ label }: ClassRow): "live" | "dead" | "strong" =>
  label === null ? "strong" : label === 0 ? "dead" : "live"

/** Support, and confidence where there is a label to be confident of. */
const figures = ({ confidence, label, support }: ClassRow): string => {
  if (support === 0) return padded("never", 16)
  return `${paddedLeft(compact(support), 5)} ${paddedLeft(label === null ? "" : confidenceText(confidence), 10)}`
}

/** One line per class; in two columns, one for each state of the cell itself, where there is room. */
export const classList = (rows: ReadonlyArray<ClassRow>, style: Style): ReadonlyArray<string> => {
  const name = Math.max(5, ...rows.map((row) => row.name.length))
  const state = Math.max(4, ...rows.map((row) => stateWord(row).length))
  const head = `${padded("class", name)} ${padded("next", state)} ${paddedLeft("seen", 5)} ${paddedLeft("confidence", 10)}  `
  const entry = (row: ClassRow): string => {
    const word = style.paint(classInk(row), stateWord(row))
    return `${padded(row.name, name)} ${padded(word, state)} ${figures(row)} ${row.wrong ? style.paint("wrong", style.cross) : " "}`
  }
  const columns = style.width >= 2 * columnsOf(head) + between.length ? 2 : 1
  const height = Math.ceil(rows.length / columns)
  return [
    style.paint("muted", Array.from({ length: columns }, () => head).join(between)),
    ...Array.from({ length: height }, (_, y) =>
      rows
        .filter((_, i) => i % height === y)
        .map(entry)
        .join(between)
    )
  ]
}

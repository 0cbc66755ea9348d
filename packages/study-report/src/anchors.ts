import { type Analysis, comparable } from "@rulescope/study"

/** Where the numbers of a figure lead. */
export interface Links {
  /** Link of one value of an axis. */
  readonly level: (axis: number, level: number) => string
  /** Link of one value of each of two axes; undefined where the study has no such cell. */
  readonly pair: (down: number, row: number, across: number, column: number) => string | undefined
}

/** Where the numbers of a report lead: the cells that they are made of. */
export interface Anchors extends Links {
  readonly cell: (cell: number) => string
  /** Link of a row, by its place. */
  readonly run: (row: number) => string
  /** Every part of the study that some number is of, with its cells; those of one cell lead to it at once. */
  readonly parts: ReadonlyArray<Part>
}

interface Part {
  readonly id: string
  /** Axis and level, once or twice. */
  readonly of: ReadonlyArray<readonly [axis: number, level: number]>
  /** Ascending places among the points. */
  readonly cells: ReadonlyArray<number>
}

export const cellId = (cell: number): string => `c${cell + 1}`
export const runId = (run: number): string => `r${run}`

const partId = (of: Part["of"]): string => `at-${of.map(([axis, level]) => `${axis + 1}.${level + 1}`).join("-")}`

/** Values of single axes first, then those of two, each in the order of the study. */
const inOrder = ({ of: a }: Part, { of: b }: Part): number => {
  const axes = a.length - b.length || a[0]![0] - b[0]![0] || (a[1]?.[0] ?? 0) - (b[1]?.[0] ?? 0)
  return axes || a[0]![1] - b[0]![1] || (a[1]?.[1] ?? 0) - (b[1]?.[1] ?? 0)
}

/** Gathers cells by what they have in common; `file` names the page that a cell stands on, "" for the report's own. */
export const anchorsOf = (analysis: Analysis, file: (cell: number) => string): Anchors => {
  const { axes, cell: cellOf, placed, rows } = analysis
  const parts = new Map<string, Part & { readonly cells: Array<number> }>()
  const put = (of: Part["of"], cell: number): void => {
    const id = partId(of)
    const part = parts.get(id) ?? { id, of, cells: [] }
    part.cells.push(cell)
    parts.set(id, part)
  }
  const gather = (of: ReadonlyArray<number>): void => {
    for (const [cell, counts] of comparable(analysis, of).entries()) {
      if (counts === 1)
        put(
          of.map((a) => [a, placed[a]![cell]!] as const),
          cell
        )
    }
  }
  for (const a of axes.keys()) {
    gather([a])
    for (let b = a + 1; b < axes.length; b++) gather([a, b])
  }
  const cell = (place: number): string => `${file(place)}#${cellId(place)}`
  const link = (of: Part["of"]): string | undefined => {
    const part = parts.get(partId(of))
    if (part === undefined) return undefined
    return part.cells.length === 1 ? cell(part.cells[0]!) : `#${part.id}`
  }
  return {
    level: (axis, level) => link([[axis, level]]) ?? "#runs",
    pair: (down, row, across, column) =>
      link([
        [down, row],
        [across, column]
      ]),
    cell,
    run: (row) => `${file(cellOf[row]!)}#${runId(rows[row]!.run)}`,
    parts: [...parts.values()].filter(({ cells }) => cells.length > 1).sort(inOrder)
  }
}

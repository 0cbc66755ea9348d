import type { Analysis } from "@rulescope/study"

/** Where the numbers of a report lead: the cells that they are made of. */
export interface Anchors {
  /** Link of one value of an axis. */
  readonly level: (axis: number, level: number) => string
  /** Link of one value of each of two axes; undefined where the study has no such cell. */
  readonly pair: (down: number, row: number, across: number, column: number) => string | undefined
  /** Every part of the study that some number is of, with its cells; those of one cell lead to it at once. */
  readonly parts: ReadonlyArray<Part>
}

export interface Part {
  readonly id: string
  /** Axis and level, once or twice. */
  readonly of: ReadonlyArray<readonly [axis: number, level: number]>
  /** Ascending places among the points. */
  readonly cells: ReadonlyArray<number>
}

export const cellId = (cell: number): string => `c${cell + 1}`
export const runId = (run: number): string => `r${run}`

const partId = (of: Part["of"]): string => `at-${of.map(([axis, level]) => `${axis + 1}.${level + 1}`).join("-")}`

/** Gathers cells by what they have in common. */
export const anchorsOf = ({ axes, points }: Analysis): Anchors => {
  const places = axes.map(({ values }) => new Map(values.map((value, v) => [value, v])))
  const parts = new Map<string, Part & { readonly cells: Array<number> }>()
  const put = (of: Part["of"], cell: number): void => {
    const id = partId(of)
    const part = parts.get(id) ?? { id, of, cells: [] }
    part.cells.push(cell)
    parts.set(id, part)
  }
  for (const [cell, point] of points.entries()) {
    const levels = axes.map(({ label }, a) => [a, places[a]!.get(point[label]!)!] as const)
    for (const [i, one] of levels.entries()) {
      put([one], cell)
      for (const other of levels.slice(i + 1)) put([one, other], cell)
    }
  }
  const link = (of: Part["of"]): string | undefined => {
    const part = parts.get(partId(of))
    return part === undefined ? undefined : `#${part.cells.length === 1 ? cellId(part.cells[0]!) : part.id}`
  }
  return {
    level: (axis, level) => link([[axis, level]]) ?? "#runs",
    pair: (down, row, across, column) =>
      link([
        [down, row],
        [across, column]
      ]),
    parts: [...parts.values()].filter(({ cells }) => cells.length > 1)
  }
}

import type { Neighbourhood } from "../neighbourhood.ts"

/** Neighbouring cells of one row of a neighbourhood: dx from `first` to `last`. */
interface Span {
  readonly first: number
  readonly last: number
}

/** Rows dy from `top` to `bottom` of a neighbourhood that look at the same span. */
export interface Window extends Span {
  readonly top: number
  readonly bottom: number
}

const spansOfRow = (columns: ReadonlyArray<number>): ReadonlyArray<Span> => {
  const spans: Array<{ first: number; last: number }> = []
  for (const dx of columns) {
    const open = spans.at(-1)
    if (open !== undefined && open.last === dx - 1) open.last = dx
    else spans.push({ first: dx, last: dx })
  }
  return spans
}

/** A neighbourhood cut into windows, so that a sum over it is a few sums of rows of sums. */
export const windowsOf = ({ offsets }: Neighbourhood): ReadonlyArray<Window> => {
  const windows: Array<{ first: number; last: number; top: number; bottom: number }> = []
  const rows = [...new Set(offsets.map(([, dy]) => dy))].sort((a, b) => a - b)
  for (const dy of rows) {
    for (const { first, last } of spansOfRow(offsets.filter(([, y]) => y === dy).map(([dx]) => dx))) {
      const above = windows.find((w) => w.first === first && w.last === last && w.bottom === dy - 1)
      if (above === undefined) windows.push({ first, last, top: dy, bottom: dy })
      else above.bottom = dy
    }
  }
  return windows
}

/**
 * A logarithmic scale for counts on which zero has a place of its own.
 *
 * Zero lies at 0, the smallest decade begins at `gap`, the largest ends at 1; so a count of one is a short
 * bar and a count of zero is none.
 */
export interface CountScale {
  /** Place of a count ≥ 0, from 0 to 1. */
  readonly place: (count: number) => number
  /** Decades on the axis, ascending: k stands for 10ᵏ. */
  readonly decades: ReadonlyArray<number>
  /** At most seven of them, evenly spaced, to label. */
  readonly ticks: ReadonlyArray<number>
}

/** The scale that holds all `counts`; `gap` is the share of the axis below the smallest decade. */
export const countScale = (counts: ReadonlyArray<number>, gap: number): CountScale => {
  const positive = counts.filter((count) => count > 0)
  const low = Math.floor(Math.log10(Math.min(1, ...positive)))
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(1, ...positive))))
  const every = Math.ceil((high - low) / 6)
  const decades = Array.from({ length: high - low + 1 }, (_, i) => low + i)
  return {
    place: (count) => {
      if (count <= 0) return 0
      return Math.min(1, Math.max(0, gap + ((1 - gap) * (Math.log10(count) - low)) / (high - low)))
    },
    decades,
    ticks: decades.filter((_, i) => i % every === 0)
  }
}

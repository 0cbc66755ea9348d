/** A round step that divides `span` > 0 into four to ten parts. */
export const roundStep = (span: number): number => {
  const power = 10 ** Math.floor(Math.log10(span / 4))
  return [5, 2, 1].map((factor) => factor * power).find((step) => span / step >= 4) ?? power
}

/** How the numbers of an axis are written. */
export type Unit = "share" | "number"

/** A linear scale with round ticks. */
export interface ValueScale {
  /** Place of a value, 0 to 1; values outside lie at the ends. */
  readonly place: (value: number) => number
  readonly ticks: ReadonlyArray<readonly [value: number, text: string]>
}

/** "2.5", "−0.1": as many decimals as the step has. */
const written = (value: number, step: number, unit: Unit): string => {
  const scaled = unit === "share" ? 100 : 1
  const decimals = Math.max(0, -Math.floor(Math.log10(step * scaled) + 1e-9))
  const text = (value * scaled).toFixed(decimals).replace(/^-(?=0(\.0*)?$)/, "")
  return `${text.replace("-", "−")}${unit === "share" ? " %" : ""}`
}

/** The scale that holds all values with a little room beside them, or exactly `range`. */
export const valueScale = (
  values: ReadonlyArray<number>,
  unit: Unit,
  range?: { readonly low: number; readonly high: number }
): ValueScale => {
  const least = Math.min(...values)
  const most = Math.max(...values)
  const size = Math.max(Math.abs(least), Math.abs(most)) || 2
  // What is all the same stands in the middle of an axis that shows how large it is.
  const room = values.length === 0 ? 0.5 : most > least ? 0.06 * (most - least) : unit === "share" ? 0.05 : 0.5 * size
  const open = values.length === 0 ? { low: 0, high: 1 } : { low: least - room, high: most + room }
  const inside = unit === "share" ? { low: Math.max(0, open.low), high: Math.min(1, open.high) } : open
  // Counts and times have no room below zero.
  const low = range?.low ?? (least >= 0 ? Math.max(0, inside.low) : inside.low)
  const high = range?.high ?? inside.high
  const step = roundStep(high - low)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return {
    place: (value) => Math.min(1, Math.max(0, (value - low) / (high - low))),
    ticks: Array.from({ length: last - first + 1 }, (_, i) => {
      const value = (first + i) * step
      return [value, written(value, step, unit)] as const
    })
  }
}

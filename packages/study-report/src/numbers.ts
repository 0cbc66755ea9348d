import type { MetricKind } from "@rulescope/study"

/** Writes the numbers of one metric, all with as many decimals. */
export interface Writer {
  readonly decimals: number
  readonly plain: (value: number) => string
  /** Without its unit, for the ends of intervals. */
  readonly bare: (value: number) => string
}

const minus = (text: string): string => text.replace(/^-(?=0(\.0*)?$)/, "").replace("-", "−")

/**
 * Decimals that show two digits of how far the numbers lie apart, or three where half the width of the narrower
 * intervals asks for it, at most six; `widths` are those of the intervals.
 */
const decimalsFor = (values: ReadonlyArray<number>, widths: ReadonlyArray<number>): number => {
  const least = Math.min(...values)
  const most = Math.max(...values)
  if (values.length === 0 || most === least) return values.every((value) => Number.isInteger(value)) ? 0 : 2
  const wide = widths.filter((width) => width > 0).sort((a, b) => a - b)
  const narrow = wide[wide.length >> 2]
  const forWidth = narrow === undefined ? 0 : -Math.floor(Math.log10(narrow / 2))
  const forSpread = 1 - Math.floor(Math.log10(most - least))
  return Math.min(6, Math.max(0, forSpread, Math.min(forSpread + 1, forWidth)))
}

/** Numbers that will be shown, and the widths of their intervals. */
export interface Shown {
  readonly values: ReadonlyArray<number>
  readonly widths: ReadonlyArray<number>
}

const units: Readonly<Record<MetricKind["unit"], string>> = { share: " %", number: "", seconds: " s", megabytes: " MB" }

/** A number of which no share below 1 reads "100", and none above 0 reads "0". */
const written = (value: number, decimals: number, share: boolean): string => {
  const text = value.toFixed(decimals)
  const step = 10 ** -decimals
  if (share && value < 100 && Number(text) === 100) return (100 - step).toFixed(decimals)
  if (share && value > 0 && Number(text) === 0) return step.toFixed(decimals)
  return minus(text)
}

const decimalsOf = ({ values, widths }: Shown, scale: number): number =>
  decimalsFor(
    values.map((value) => value * scale),
    widths.map((width) => width * scale)
  )

/** Writes values of a metric. */
export const writerFor = ({ unit }: MetricKind, shown: Shown): Writer => {
  const scale = unit === "share" ? 100 : 1
  const decimals = decimalsOf(shown, scale)
  const bare = (value: number): string => written(value * scale, decimals, unit === "share")
  return { decimals, bare, plain: (value) => `${bare(value)}${units[unit]}` }
}

/** Writes differences of a metric with their sign, as finely as its values at least; of shares in percentage points. */
export const differenceWriter = ({ unit }: MetricKind, shown: Shown, values: Writer): Writer => {
  const scale = unit === "share" ? 100 : 1
  const decimals = Math.max(values.decimals, decimalsOf(shown, scale))
  const bare = (value: number): string => {
    const text = minus((value * scale).toFixed(decimals))
    return Number(text.replace("−", "-")) > 0 ? `+${text}` : text
  }
  return { decimals, bare, plain: (value) => `${bare(value)}${unit === "share" ? "" : units[unit]}` }
}

/** A number of a single run: four significant digits, no more than it has. */
export const runNumber = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : minus(String(Number(value.toPrecision(4))))

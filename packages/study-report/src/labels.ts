import type { Analysis, AxisLabel } from "@rulescope/study"

/** How a value of an axis is written. */
export type Labels = (axis: number, value: AxisLabel) => string

const short = (value: AxisLabel): string =>
  typeof value === "number" ? String(Number(value.toPrecision(4))) : String(value)

/** Values as they are; numbers with four significant digits, on axes where that keeps all of them apart. */
export const labelsOf = ({ axes }: Analysis): Labels => {
  const writers = axes.map(({ values }) => (new Set(values.map(short)).size === values.length ? short : String))
  return (axis, value) => writers[axis]!(value)
}

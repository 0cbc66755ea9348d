/** One column of a recording. */
export interface Column {
  /** A letter, then letters, digits or underscores: `phi1`. */
  readonly name: string
  /** An angle in radians, a number, or not known. */
  readonly kind: "phase" | "real" | "auto"
}

/** Samples of a flow at equal intervals, as they were made or read. */
export interface Recording {
  /** What people call it, such as a file and the name of an array. */
  readonly source: string
  readonly columns: ReadonlyArray<Column>
  /** Time between samples, greater than 0, in the unit of the law. */
  readonly interval: number
  /** Sample after sample, one number for each column; NaN where one is missing. Phases may be wrapped. */
  readonly values: Float64Array
  /** The law that the source states, if it does, as laws are written. */
  readonly law: string | null
}

/** Number of samples. */
export const samplesOf = ({ columns, values }: Recording): number => values.length / columns.length

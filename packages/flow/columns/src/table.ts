/** Numbers in columns of one length, as a file holds them; NaN where one is missing. */
export interface Table {
  /** Name of an array of the file where it holds several tables; empty otherwise. */
  readonly name: string
  readonly columns: ReadonlyArray<NamedColumn>
}

export interface NamedColumn {
  /** As the file writes it; empty where it writes none. */
  readonly name: string
  readonly values: Float64Array
}

/** Number of rows. */
export const rowsOf = ({ columns }: Table): number => columns[0]?.values.length ?? 0

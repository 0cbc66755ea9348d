import type { ReactNode } from "react"

export interface Column<Row> {
  readonly id: string
  readonly heading: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand to the right; default "start". */
  readonly align?: "start" | "end"
}

interface TableProps<Row> {
  /** What the table shows; read out, and shown when `captionShown`. */
  readonly caption: string
  readonly captionShown?: boolean
  readonly columns: ReadonlyArray<Column<Row>>
  readonly rows: ReadonlyArray<Row>
  readonly rowKey: (row: Row) => string
  /** Stands in place of the rows when there are none. */
  readonly empty?: ReactNode
}

/** A table that scrolls sideways by itself where the page is narrow. */
export const Table = <Row,>({ caption, captionShown = false, columns, empty, rowKey, rows }: TableProps<Row>) => (
  // A region that scrolls has to be in the tab order, or the keyboard cannot reach what lies outside.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className="rs-table-scroll" tabIndex={0} role="region" aria-label={caption}>
    <table className="rs-table">
      <caption className={captionShown ? undefined : "rs-hidden"}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ align = "start", heading, id }) => (
            <th key={id} scope="col" className={`rs-align-${align}`}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && empty !== undefined ? (
          <tr>
            <td colSpan={columns.length} className="rs-muted">
              {empty}
            </td>
          </tr>
        ) : (
          rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ align = "start", cell, id }) => (
                <td key={id} className={`rs-align-${align}`}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))
        )}
      </tbody>
    </table>
  </div>
)

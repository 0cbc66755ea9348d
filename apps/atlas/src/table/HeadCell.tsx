import type { Column } from "../rows/columns.ts"

interface HeadCellProps {
  readonly column: Column
  readonly heading: string
  readonly order: "none" | "ascending" | "descending"
  readonly onSort: (column: Column) => void
}

const signs = { none: "", ascending: "▲", descending: "▼" }

/** Heading of a column, which sorts by it. */
export const HeadCell = ({ column, heading, onSort, order }: HeadCellProps) => (
  <th scope="col" aria-sort={order} className={column.numeric ? "rs-align-end" : "rs-align-start"}>
    <button type="button" className="sort" title={heading} onClick={() => onSort(column)}>
      <span className="sort-name">{heading}</span>
      <span className="sort-sign" aria-hidden="true">
        {signs[order]}
      </span>
    </button>
  </th>
)

import { useTexts } from "@rulescope/ui"
import { memo } from "react"
import type { Column } from "../rows/columns.ts"
import type { Group } from "../rows/groups.ts"
import { texts } from "../texts/texts.ts"
import type { ColumnText } from "./columnText.ts"
import type { Item } from "./items.ts"

interface LineProps {
  readonly id: string
  readonly index: number
  /** Where the keyboard is. */
  readonly active: boolean
  readonly item: Item
  readonly columns: ReadonlyArray<Column>
  readonly text: ColumnText
  readonly link: (run: number) => string
  readonly onChoose: (item: Item) => void
  readonly onActive: (index: number) => void
}

const align = ({ numeric }: Column): string => (numeric ? "rs-align-end" : "rs-align-start")

const groupCell = ({ kind, name, write = String }: Column, { means, point }: Group, text: ColumnText): string => {
  if (kind === "axis") return point[name] === undefined ? "" : write(point[name])
  return kind === "metric" ? text.mean(name, means[name] ?? null) : ""
}

const GroupCells = ({ columns, item, text }: LineProps & { readonly item: Item & { readonly kind: "group" } }) => {
  const say = useTexts(texts)
  const { group, open } = item
  const count = say.table.groupCount(group.rows.length, group.failed)
  return columns.map((column) => (
    <td key={column.id} className={align(column)}>
      {column.kind === "run" ? (
        <span className="group-sign" aria-hidden="true">
          {open ? "▾" : "▸"}
        </span>
      ) : column.kind === "rule" ? (
        <span className="group-count" title={count}>
          {count}
        </span>
      ) : (
        groupCell(column, group, text)
      )}
    </td>
  ))
}

const RunCells = ({ columns, item, link, text }: LineProps & { readonly item: Item & { readonly kind: "run" } }) => {
  const { row } = item
  return columns.map((column) => {
    const written = text.cell(column, row)
    const failed = column.kind === "rule" && row.status === "failed"
    return (
      <td
        key={column.id}
        className={`${align(column)} cell-${failed ? "failed" : column.kind}`}
        title={failed && row.error !== null ? text.error(row.error) : written}
      >
        {column.kind === "run" ? (
          <a href={link(row.run)} tabIndex={-1}>
            {written}
          </a>
        ) : failed ? (
          `✗ ${written}`
        ) : (
          written
        )}
      </td>
    )
  })
}

/** One line of the table: a run, or what a group of runs has in common. */
export const Line = memo((props: LineProps) => {
  const { active, id, index, item, onActive, onChoose } = props
  return (
    // The grid takes the keys for its lines.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-expanded={item.kind === "group" ? item.open : undefined}
      className={[`line-${item.kind}`, active ? "line-active" : ""].filter(Boolean).join(" ")}
      onClick={(event) => {
        onActive(index)
        // A link opens by itself, also in another tab.
        if (!(event.target instanceof HTMLAnchorElement)) onChoose(item)
      }}
    >
      {item.kind === "group" ? <GroupCells {...props} item={item} /> : <RunCells {...props} item={item} />}
    </tr>
  )
})

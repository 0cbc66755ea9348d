import type { Analysis } from "@rulescope/study"
import { useTexts } from "@rulescope/ui"
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from "react"
import type { Column } from "../rows/columns.ts"
import { texts } from "../texts/texts.ts"
import { type ColumnText, widthsOf } from "./columnText.ts"
import { HeadCell } from "./HeadCell.tsx"
import type { Item } from "./items.ts"
import { Line } from "./Line.tsx"
import { useWindow } from "./useWindow.ts"

/** Height of a line in pixels, as in table.css. */
const lineHeight = 32

interface RunsTableProps {
  readonly all: Analysis
  readonly columns: ReadonlyArray<Column>
  readonly text: ColumnText
  readonly items: ReadonlyArray<Item>
  /** Another text when other lines stand first; the table then starts at its top again. */
  readonly order: string
  readonly sort: string
  readonly descending: boolean
  readonly onSort: (column: Column) => void
  readonly onToggle: (group: string) => void
  readonly onOpen: (run: number) => void
  /** Address of a run. */
  readonly link: (run: number) => string
}

const steps: Readonly<Record<string, (at: number, page: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at, page) => at + page,
  PageUp: (at, page) => at - page,
  Home: () => 0,
  End: (_, __, last) => last
}

/** All lines of a study, of which only those in sight are drawn. Arrow keys move, Enter opens. */
export const RunsTable = (props: RunsTableProps) => {
  const { all, columns, descending, items, link, onOpen, onSort, onToggle, order, sort, text } = props
  const say = useTexts(texts)
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { from, to } = useWindow(scroller, items.length, lineHeight)
  const [active, setActive] = useState(0)
  const at = Math.min(active, Math.max(0, items.length - 1))
  const widths = useMemo(() => widthsOf(columns, all.rows, text), [columns, all, text])

  useEffect(() => {
    const element = scroller.current
    if (element !== null) element.scrollTop = 0
    setActive(0)
  }, [order])

  const choose = useCallback(
    (item: Item | undefined): void => {
      if (item?.kind === "run") onOpen(item.row.run)
      if (item?.kind === "group") onToggle(item.group.id)
    },
    [onOpen, onToggle]
  )
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.target !== event.currentTarget) return
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault()
      return choose(items[at])
    }
    const element = scroller.current!
    const page = Math.max(1, Math.floor(element.clientHeight / lineHeight) - 2)
    const next = steps[event.key]?.(at, page, items.length - 1)
    if (next === undefined) return
    event.preventDefault()
    const line = Math.min(items.length - 1, Math.max(0, next))
    setActive(line)
    const head = element.querySelector("thead")!.clientHeight
    const [top, bottom] = [line * lineHeight, (line + 1) * lineHeight + head]
    if (top < element.scrollTop) element.scrollTop = top
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight
  }

  return (
    <div className="runs" ref={scroller}>
      <table
        className="rs-table"
        role="grid"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a grid takes the keys of its cells
        tabIndex={0}
        aria-label={say.table.caption}
        aria-rowcount={items.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={at >= from && at < to ? `${id}-${at}` : undefined}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {columns.map((column, c) => (
            <col key={column.id} style={{ width: `${widths[c]!}ch` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell
                key={column.id}
                column={column}
                heading={text.heading(column)}
                order={sort !== column.id ? "none" : descending ? "descending" : "ascending"}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody aria-hidden="true">
          <tr style={{ height: from * lineHeight }} />
        </tbody>
        <tbody>
          {items.slice(from, to).map((item, i) => (
            <Line
              key={item.kind === "run" ? item.row.key : `group ${item.group.id}`}
              id={`${id}-${from + i}`}
              index={from + i}
              active={from + i === at}
              item={item}
              columns={columns}
              text={text}
              link={link}
              onChoose={choose}
              onActive={setActive}
            />
          ))}
        </tbody>
        <tbody aria-hidden="true">
          <tr style={{ height: Math.max(0, items.length - to) * lineHeight }} />
        </tbody>
      </table>
    </div>
  )
}

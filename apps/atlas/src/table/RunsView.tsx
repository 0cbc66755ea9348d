import { sentenceOf } from "@rulescope/core"
import type { StudyRow } from "@rulescope/study"
import { Empty, Select, useTexts, useTranslation } from "@rulescope/ui"
import { useCallback, useMemo, useState } from "react"
import { useMetricWords } from "../figures/useMetricWords.ts"
import type { Column } from "../rows/columns.ts"
import { groupRows } from "../rows/groups.ts"
import type { OpenStudy } from "../study/OpenStudy.ts"
import { texts } from "../texts/texts.ts"
import { allAxes } from "../view/ViewState.ts"
import type { ViewControl } from "../view/useView.ts"
import { ColumnChoice } from "./ColumnChoice.tsx"
import { columnTextOf } from "./columnText.ts"
import { type Item, itemsOf } from "./items.ts"
import { RunsTable } from "./RunsTable.tsx"

interface RunsViewProps {
  readonly study: OpenStudy
  readonly view: ViewControl
  readonly columns: ReadonlyArray<Column>
  readonly rows: ReadonlyArray<StudyRow>
}

const none: ReadonlySet<string> = new Set()

/** The table of runs, each for itself or gathered by what they have in common. */
export const RunsView = ({ columns, rows, study: { all }, view }: RunsViewProps) => {
  const say = useTexts(texts)
  const words = useMetricWords()
  const { at, descending, find, group, sort, status, without } = view.state
  const [open, setOpen] = useState(none)
  const translate = useTranslation(all.rows.some(({ status }) => status === "failed"))
  const text = useMemo(
    () =>
      columnTextOf({
        ...say.table,
        metric: (name) => words.metric(name).name,
        error: (error) => translate?.(sentenceOf(error)) ?? error.message
      }),
    [say, words, translate]
  )
  const items = useMemo((): ReadonlyArray<Item> => {
    if (group === "") return rows.map((row) => ({ kind: "run", row }))
    const column = columns.find(({ id }) => id === sort)
    return itemsOf(groupRows(all, rows, group, column === undefined ? undefined : { column, descending }), open)
  }, [all, rows, columns, group, sort, descending, open])
  const toggle = useCallback(
    (id: string) =>
      setOpen((former) => {
        const next = new Set(former)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    []
  )
  const shown = useMemo(
    // The rule's column tells how many runs a group has.
    () =>
      columns.filter(({ id, kind }) => kind === "run" || (kind === "rule" && group !== "") || !without.includes(id)),
    [columns, group, without]
  )
  const { change, link } = view
  const openRun = useCallback((run: number) => change({ run }), [change])
  const linkTo = useCallback((run: number) => link({ run }), [link])
  const onSort = ({ id, kind }: Column): void => {
    // Metrics are asked for their best first, and a third press gives the order of the plan back.
    const first = kind === "metric"
    if (sort !== id) change({ sort: id, descending: first })
    else if (descending === first) change({ descending: !first })
    else change({ sort: "", descending: false })
  }
  if (rows.length === 0) {
    return <Empty title={all.rows.length === 0 ? say.table.none : say.table.noneLeft} />
  }
  return (
    <>
      <div className="rs-row view-choices">
        <label className="choice">
          <span className="rs-label">{say.table.group}</span>
          <Select
            value={group}
            options={[
              { value: "", label: say.table.ungrouped },
              ...all.axes.map(({ label }) => ({ value: label, label })),
              ...(all.axes.length > 1 ? [{ value: allAxes, label: say.table.allAxes }] : [])
            ]}
            onChange={(next) => {
              setOpen(none)
              change({ group: next })
            }}
          />
        </label>
        <ColumnChoice columns={columns} text={text} without={without} onChange={(next) => change({ without: next })} />
        <p className="rs-muted view-count" role="status">
          {say.table.count(rows.length, all.rows.length)}
        </p>
      </div>
      <RunsTable
        all={all}
        columns={shown}
        text={text}
        items={items}
        order={JSON.stringify([sort, descending, group, at, find, status])}
        sort={sort}
        descending={descending}
        onSort={onSort}
        onToggle={toggle}
        onOpen={openRun}
        link={linkTo}
      />
      <p className="rs-hint">{say.table.keys}</p>
    </>
  )
}

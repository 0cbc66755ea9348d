import { useTexts } from "@rulescope/ui"
import { useMemo } from "react"
import { RunPage } from "../run/RunPage.tsx"
import { columnsOf, sortRows } from "../rows/columns.ts"
import { filterRows } from "../rows/filter.ts"
import { texts } from "../texts/texts.ts"
import { useView } from "../view/useView.ts"
import type { OpenStudy } from "./OpenStudy.ts"
import { Overview } from "./Overview.tsx"
import { StudyHead } from "./StudyHead.tsx"
import type { StudyControl } from "./useStudy.ts"

interface StudyPageProps {
  readonly study: OpenStudy
  readonly control: StudyControl
}

/** An open study: all of it, or one run. */
export const StudyPage = ({ control, study }: StudyPageProps) => {
  const say = useTexts(texts)
  const view = useView()
  const { at, descending, find, run, sort, status } = view.state
  const { all, labels } = study
  const columns = useMemo(() => columnsOf(all, labels), [all, labels])
  const filtered = useMemo(() => filterRows(all, labels, { at, find, status }), [all, labels, at, find, status])
  const rows = useMemo(
    () =>
      sortRows(
        filtered.rows,
        columns.find(({ id }) => id === sort),
        descending
      ),
    [filtered, columns, sort, descending]
  )
  const chosen = run === null ? undefined : all.rows.find((row) => row.run === run)
  return (
    <>
      <StudyHead study={study} control={control} rows={filtered.rows} />
      {chosen === undefined ? (
        <>
          {run !== null && <p className="rs-muted">{say.run.missing(run)}</p>}
          <Overview study={study} view={view} columns={columns} filtered={filtered} rows={rows} />
        </>
      ) : (
        <RunPage key={chosen.key} study={study} row={chosen} rows={rows} view={view} />
      )}
    </>
  )
}

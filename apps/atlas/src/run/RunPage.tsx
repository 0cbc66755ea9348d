import { sentenceOf } from "@rulescope/core"
import type { StudyRow } from "@rulescope/study"
import { Button, Notice, Panel, Said, useTexts } from "@rulescope/ui"
import { useEffect, useRef } from "react"
import type { OpenStudy } from "../study/OpenStudy.ts"
import { texts } from "../texts/texts.ts"
import type { ViewControl } from "../view/useView.ts"
import { Again } from "./Again.tsx"
import { Findings } from "./Findings.tsx"
import { Measures } from "./Measures.tsx"
import { Siblings } from "./Siblings.tsx"
import { useDetail } from "./useDetail.ts"

interface RunPageProps {
  readonly study: OpenStudy
  readonly row: StudyRow
  /** Runs in the order of the table, for the one before and the one after. */
  readonly rows: ReadonlyArray<StudyRow>
  readonly view: ViewControl
}

/** One run: what it was, what it found, why, and how to make it again. */
export const RunPage = ({ row, rows, study, view }: RunPageProps) => {
  const say = useTexts(texts).run
  const detail = useDetail(study.source, row)
  const heading = useRef<HTMLHeadingElement>(null)
  const at = rows.indexOf(row)
  const goTo = (run: number | undefined) => view.change({ run: run ?? null })
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <article className="run">
      <nav className="rs-row" aria-label={say.ways}>
        <Button onClick={() => goTo(undefined)}>{say.back}</Button>
        <Button disabled={at <= 0} onClick={() => goTo(rows[at - 1]?.run)}>
          {say.before}
        </Button>
        <Button disabled={at < 0 || at === rows.length - 1} onClick={() => goTo(rows[at + 1]?.run)}>
          {say.after}
        </Button>
      </nav>
      <h2 ref={heading} tabIndex={-1}>
        {say.title(row.run)}
      </h2>
      <dl className="point">
        {[
          ...study.all.axes.map(({ label }, a) => [label, study.labels(a, row.point[label]!)] as const),
          [say.seed, String(row.seed)] as const
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {row.error !== null && (
        <Notice kind="bad" title={say.failed(row.error.tag)}>
          <p>
            <Said>{sentenceOf(row.error)}</Said>
          </p>
        </Notice>
      )}
      {row.error === null && <Findings row={row} detail={detail} />}
      <div className="run-parts">
        <Panel title={say.measures}>
          <Measures row={row} />
        </Panel>
        <Panel title={say.againTitle}>
          <Again row={row} />
        </Panel>
        <Siblings all={study.all} row={row} view={view} />
      </div>
    </article>
  )
}

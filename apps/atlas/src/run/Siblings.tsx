import type { Analysis, StudyRow } from "@rulescope/study"
import { Panel, useTexts } from "@rulescope/ui"
import { texts } from "../texts/texts.ts"
import type { ViewControl } from "../view/useView.ts"

interface SiblingsProps {
  readonly all: Analysis
  readonly row: StudyRow
  readonly view: ViewControl
}

/** The same with other seeds: whether what this run found was luck. */
export const Siblings = ({ all, row, view }: SiblingsProps) => {
  const say = useTexts(texts)
  const others = all.rows.filter(({ group, key }) => group === row.group && key !== row.key)
  if (others.length === 0) return null
  return (
    <Panel title={say.run.siblings}>
      <ul className="siblings">
        {others.map((one) => (
          <li key={one.key}>
            <a href={view.link({ run: one.run })}>{say.run.seedOf(one.seed)}</a>{" "}
            <span className={one.status === "failed" ? "cell-failed" : "rs-rule"}>
              {one.status === "failed" ? `✗ ${one.error?.tag}` : (one.rule ?? say.table.open)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

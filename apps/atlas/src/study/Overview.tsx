import type { StudyRow } from "@rulescope/study"
import { Tabs, useTexts } from "@rulescope/ui"
import { AxesView } from "../figures/AxesView.tsx"
import { MapView } from "../figures/MapView.tsx"
import { Filters } from "../filters/Filters.tsx"
import type { Column } from "../rows/columns.ts"
import type { Filtered } from "../rows/filter.ts"
import { RunsView } from "../table/RunsView.tsx"
import { texts } from "../texts/texts.ts"
import type { ViewControl } from "../view/useView.ts"
import { type View, views } from "../view/ViewState.ts"
import { useNarrow } from "./useNarrow.ts"
import type { OpenStudy } from "./OpenStudy.ts"

interface OverviewProps {
  readonly study: OpenStudy
  readonly view: ViewControl
  readonly columns: ReadonlyArray<Column>
  readonly filtered: Filtered
  /** Those that the filters let through, sorted. */
  readonly rows: ReadonlyArray<StudyRow>
}

/** All runs that the filters let through: as a table, along the axes, over two axes. */
export const Overview = ({ columns, filtered, rows, study, view }: OverviewProps) => {
  const say = useTexts(texts)
  const isNarrow = useNarrow()
  const filters = (
    <Filters
      filtered={filtered}
      state={view.state}
      change={view.change}
      failures={study.all.rows.some(({ status }) => status === "failed")}
    />
  )
  const content: Readonly<Record<View, () => React.ReactNode>> = {
    runs: () => <RunsView study={study} view={view} columns={columns} rows={rows} />,
    axes: () => <AxesView study={study} view={view} rows={filtered.rows} />,
    map: () => <MapView study={study} view={view} rows={filtered.rows} />
  }
  return (
    <div className="overview">
      <aside className="overview-side" aria-label={say.filters.title}>
        {isNarrow ? (
          <details className="filters-fold">
            <summary>{say.filters.shown(filtered.active)}</summary>
            {filters}
          </details>
        ) : (
          filters
        )}
      </aside>
      <div className="overview-main">
        <Tabs
          label={say.views.label}
          selected={view.state.view}
          onSelect={(next) => view.change({ view: next })}
          tabs={views.map((id) => ({ id, label: say.views[id], content: content[id] }))}
        />
      </div>
    </div>
  )
}

import type { StudyRow } from "@rulescope/study"
import { figuresOf, metricResult } from "@rulescope/study-report"
import { Empty, Select, useTexts } from "@rulescope/ui"
import { useMemo } from "react"
import { analyse, type OpenStudy } from "../study/OpenStudy.ts"
import { texts } from "../texts/texts.ts"
import type { ViewControl } from "../view/useView.ts"
import { linksOf, metricOf, metricsOf } from "./chosen.ts"
import { MetricChoice } from "./MetricChoice.tsx"
import { StudyFigure } from "./StudyFigure.tsx"
import { useMetricWords } from "./useMetricWords.ts"

interface MapViewProps {
  readonly study: OpenStudy
  readonly view: ViewControl
  readonly rows: ReadonlyArray<StudyRow>
}

const optionsOf = (labels: ReadonlyArray<string>) => labels.map((value) => ({ value, label: value }))

/** One metric over two axes. */
export const MapView = ({ rows, study, view }: MapViewProps) => {
  const say = useTexts(texts)
  const words = useMetricWords()
  const { all } = study
  const metric = metricOf(all, view.state.metric)
  const several = all.axes.filter(({ values }) => values.length > 1).map(({ label }) => label)
  const down = several.find((label) => label === view.state.down) ?? several[0]
  const others = several.filter((label) => label !== down)
  const across = others.find((label) => label === view.state.across) ?? others[0]
  const analysis = useMemo(() => analyse(study, rows, {}), [study, rows])
  const figure = useMemo(() => {
    if (down === undefined || across === undefined) return undefined
    const place = (wanted: string) => analysis.axes.findIndex(({ label }) => label === wanted)
    const result = metricResult(analysis, metric, [[place(down), place(across)]])
    return figuresOf(analysis, result, words).at(-1)
  }, [analysis, metric, down, across, words])
  const links = useMemo(() => linksOf(analysis, view), [analysis, view])
  if (down === undefined || across === undefined) return <Empty title={say.figures.oneAxis} />
  return (
    <>
      <div className="rs-row view-choices">
        <MetricChoice metrics={metricsOf(all)} metric={metric} onChange={(next) => view.change({ metric: next })} />
        <label className="choice">
          <span className="rs-label">{say.figures.down}</span>
          <Select
            value={down}
            options={optionsOf(several)}
            // Choosing the other axis exchanges the two.
            onChange={(next) => view.change({ down: next, across: next === across ? down : across })}
          />
        </label>
        <label className="choice">
          <span className="rs-label">{say.figures.across}</span>
          <Select value={across} options={optionsOf(others)} onChange={(next) => view.change({ across: next })} />
        </label>
      </div>
      {figure === undefined ? (
        <Empty title={words.nothingTold} />
      ) : (
        <StudyFigure figure={figure} study={all.study.name} links={links} />
      )}
    </>
  )
}

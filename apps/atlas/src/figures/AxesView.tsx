import type { StudyRow } from "@rulescope/study"
import { figuresOf, metricResult } from "@rulescope/study-report"
import { Empty, useTexts } from "@rulescope/ui"
import { useMemo } from "react"
import { analyse, type OpenStudy } from "../study/OpenStudy.ts"
import { texts } from "../texts/texts.ts"
import type { ViewControl } from "../view/useView.ts"
import { BaselineChoice } from "./BaselineChoice.tsx"
import { linksOf, metricOf, metricsOf } from "./chosen.ts"
import { MetricChoice } from "./MetricChoice.tsx"
import { StudyFigure } from "./StudyFigure.tsx"
import { useMetricWords } from "./useMetricWords.ts"

interface AxesViewProps {
  readonly study: OpenStudy
  readonly view: ViewControl
  readonly rows: ReadonlyArray<StudyRow>
}

/** One metric along every axis: means with intervals or shares of success, and differences to the baseline. */
export const AxesView = ({ rows, study, view }: AxesViewProps) => {
  const say = useTexts(texts)
  const words = useMetricWords()
  const { base } = view.state
  const metric = metricOf(study.all, view.state.metric)
  const analysis = useMemo(() => analyse(study, rows, base), [study, rows, base])
  const result = useMemo(() => metricResult(analysis, metric, []), [analysis, metric])
  const figures = useMemo(() => figuresOf(analysis, result, words), [analysis, result, words])
  const links = useMemo(() => linksOf(analysis, view), [analysis, view])
  return (
    <>
      <div className="rs-row view-choices">
        <MetricChoice
          metrics={metricsOf(study.all)}
          metric={metric}
          onChange={(next) => view.change({ metric: next })}
        />
        {analysis.axes.map((axis, a) => (
          <BaselineChoice
            key={axis.label}
            axis={axis}
            labelOf={(value) => study.labels(a, value)}
            onChange={(value) => view.change({ base: { ...base, [axis.label]: value } })}
          />
        ))}
      </div>
      {figures.length === 0 ? (
        <Empty title={study.all.axes.length === 0 ? say.figures.noAxes : words.nothingTold} />
      ) : (
        <div className="figure-pair">
          {figures.map((figure) => (
            <StudyFigure key={figure.name} figure={figure} study={study.all.study.name} links={links} />
          ))}
        </div>
      )}
    </>
  )
}

import { metricKind, type StudyRow } from "@rulescope/study"
import { useTexts } from "@rulescope/ui"
import { useMetricWords } from "../figures/useMetricWords.ts"
import { metricText } from "../rows/numbers.ts"
import { texts } from "../texts/texts.ts"

/** Every metric that the run has. */
export const Measures = ({ row }: { readonly row: StudyRow }) => {
  const say = useTexts(texts)
  const words = useMetricWords()
  const known = Object.entries(row.metrics).filter((entry): entry is [string, number] => entry[1] !== null)
  return (
    <dl className="measures">
      {known.map(([name, value]) => (
        <div key={name} title={words.metric(name).meaning}>
          <dt>{words.metric(name).name}</dt>
          <dd>{metricKind(name).success ? (value === 1 ? say.table.yes : say.table.no) : metricText(name, value)}</dd>
        </div>
      ))}
    </dl>
  )
}

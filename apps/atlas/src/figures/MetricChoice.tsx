import { Select, useTexts } from "@rulescope/ui"
import { texts } from "../texts/texts.ts"
import { useMetricWords } from "./useMetricWords.ts"

interface MetricChoiceProps {
  readonly metrics: ReadonlyArray<string>
  readonly metric: string
  readonly onChange: (metric: string) => void
}

/** Which metric the figures are of. */
export const MetricChoice = ({ metric, metrics, onChange }: MetricChoiceProps) => {
  const words = useMetricWords()
  return (
    <label className="choice">
      <span className="rs-label">{useTexts(texts).figures.metric}</span>
      <Select
        value={metric}
        options={metrics.map((value) => ({ value, label: words.metric(value).name }))}
        onChange={onChange}
      />
    </label>
  )
}

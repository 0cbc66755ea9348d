import type { StudyAxis } from "@rulescope/study"
import { Select, useTexts } from "@rulescope/ui"
import { texts } from "../texts/texts.ts"

interface BaselineChoiceProps {
  /** How a value is written. */
  readonly labelOf: (value: StudyAxis["values"][number]) => string
  readonly axis: StudyAxis
  /** The value as text; empty: none. */
  readonly onChange: (value: string) => void
}

/** What the values of an axis are compared with. */
export const BaselineChoice = ({ axis: { baseline, label, values }, labelOf, onChange }: BaselineChoiceProps) => {
  const say = useTexts(texts).figures
  return (
    <label className="choice">
      <span className="rs-label">{say.baseline(label)}</span>
      <Select
        value={baseline === null ? "" : String(baseline)}
        options={[
          { value: "", label: say.noBaseline },
          ...values.map((value) => ({ value: String(value), label: labelOf(value) }))
        ]}
        onChange={onChange}
      />
    </label>
  )
}

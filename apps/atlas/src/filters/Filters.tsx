import { Button, Select, TextInput, useTexts } from "@rulescope/ui"
import { useId } from "react"
import type { Filtered } from "../rows/filter.ts"
import { texts } from "../texts/texts.ts"
import { firstView, type ViewState } from "../view/ViewState.ts"
import { FacetList } from "./FacetList.tsx"

interface FiltersProps {
  readonly filtered: Filtered
  readonly state: ViewState
  readonly change: (changes: Partial<ViewState>) => void
  /** Whether any run of the study failed. */
  readonly failures: boolean
}

/** Which runs are looked at; a filter holds in every view. */
export const Filters = ({ change, failures, filtered, state }: FiltersProps) => {
  const say = useTexts(texts).filters
  const id = useId()
  const { at, find, status } = firstView
  return (
    <div className="filters">
      <div className="filters-head">
        <h2>{say.title}</h2>
        {filtered.active > 0 && (
          <Button kind="quiet" onClick={() => change({ at, find, status })}>
            {say.clear}
          </Button>
        )}
      </div>
      <div className="rs-field">
        <label className="rs-label" htmlFor={`${id}-find`}>
          {say.find}
        </label>
        <TextInput
          id={`${id}-find`}
          type="search"
          placeholder={say.findHint}
          value={state.find}
          onChange={(text) => change({ find: text })}
        />
      </div>
      {failures && (
        <div className="rs-field">
          <label className="rs-label" htmlFor={`${id}-status`}>
            {say.status}
          </label>
          <Select
            id={`${id}-status`}
            value={state.status}
            options={[
              { value: "", label: say.statuses.all },
              { value: "done", label: say.statuses.done },
              { value: "failed", label: say.statuses.failed }
            ]}
            onChange={(chosen) => change({ status: chosen })}
          />
        </div>
      )}
      {filtered.facets.map((facet) => (
        <FacetList
          key={facet.label}
          facet={facet}
          onChange={(values) => {
            const { [facet.label]: _, ...others } = state.at
            change({ at: values.length === 0 ? others : { ...others, [facet.label]: values } })
          }}
        />
      ))}
    </div>
  )
}

import type { Facet } from "../rows/filter.ts"

interface FacetListProps {
  readonly facet: Facet
  /** The values that are chosen from now on; none: all. */
  readonly onChange: (values: ReadonlyArray<string>) => void
}

/** The values of one axis to choose from, each with the runs that it would leave. */
export const FacetList = ({ facet: { label, values }, onChange }: FacetListProps) => {
  const chosen = values.filter((one) => one.chosen).map(({ value }) => value)
  return (
    <fieldset className="facet">
      <legend className="rs-label">{label}</legend>
      <div className="facet-values">
        {values.map(({ chosen: isChosen, name, rows, value }) => (
          <label key={value} className="facet-value" title={value}>
            <input
              type="checkbox"
              checked={isChosen}
              onChange={() => onChange(isChosen ? chosen.filter((one) => one !== value) : [...chosen, value])}
            />
            <span className="facet-name">{name}</span>
            <span className="facet-count">{rows}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

import type { Registry } from "@rulescope/core"
import { type ConfigValue, SchemaForm, Select } from "@rulescope/ui"

interface StageFormProps {
  readonly title: string
  /** The plugins that can do it. */
  readonly registry: Registry.Registry<any, any>
  readonly choice: Registry.Choice
  readonly onChange: (choice: Registry.Choice) => void
}

/** One stage: which plugin, and its configuration, both from the registry. */
export const StageForm = ({ choice, onChange, registry, title }: StageFormProps) => {
  const entry = registry.entries.get(choice.id)
  return (
    <div className="stage-form">
      <Select
        aria-label={title}
        value={choice.id}
        options={[...registry.entries.keys()].map((id) => ({ value: id, label: id }))}
        onChange={(id) => onChange({ id, config: {} })}
      />
      {entry !== undefined && (
        <>
          <p className="rs-hint">{entry.summary}</p>
          <SchemaForm
            schema={entry.config}
            value={choice.config as ConfigValue}
            onChange={(config) => onChange({ id: choice.id, config: config })}
          />
        </>
      )}
    </div>
  )
}

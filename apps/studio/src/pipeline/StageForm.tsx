import type { Registry } from "@rulescope/core"
import { type ConfigValue, SchemaForm, Select, useTexts } from "@rulescope/ui"
import { useFieldTexts, useSummary } from "../texts/fieldTexts.ts"
import { texts } from "../texts/texts.ts"

interface StageFormProps {
  readonly title: string
  /** The plugins that can do it. */
  readonly registry: Registry.Registry<any, any>
  readonly choice: Registry.Choice
  readonly onChange: (choice: Registry.Choice) => void
}

/** One stage: which plugin, and its configuration, both from the registry. */
export const StageForm = ({ choice, onChange, registry, title }: StageFormProps) => {
  const say = useTexts(texts)
  const entry = registry.entries.get(choice.id)
  const fieldTexts = useFieldTexts(registry.stage, choice.id)
  const summary = useSummary(registry.stage, choice.id, entry?.summary ?? "")
  return (
    <div className="studio-stack">
      <Select
        aria-label={title}
        value={choice.id}
        options={[...registry.entries.keys()].map((id) => ({ value: id, label: id }))}
        onChange={(id) => onChange({ id, config: {} })}
      />
      {entry !== undefined && (
        <>
          <p className="rs-hint">{summary}</p>
          <SchemaForm
            schema={entry.config}
            value={choice.config as ConfigValue}
            onChange={(config) => onChange({ id: choice.id, config })}
            fieldTexts={fieldTexts}
            empty={<p className="rs-hint">{say.pipeline.noConfig}</p>}
          />
        </>
      )}
    </div>
  )
}

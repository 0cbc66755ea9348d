import { automataRegistries } from "@rulescope/preset"
import { type ConfigValue, FileDrop, Notice, SchemaForm, Select, Tabs, useTexts } from "@rulescope/ui"
import { useRef } from "react"
import { configValue, firstDraft, withConfig } from "../state/draft.ts"
import { useStudio } from "../state/StudioProvider.tsx"
import { useFieldTexts } from "../texts/fieldTexts.ts"
import { texts } from "../texts/texts.ts"
import { drawnPath } from "./drawnPath.ts"
import { RuleField } from "./RuleField.tsx"
import { useDrop } from "./useDrop.ts"

const entries = automataRegistries.generators.entries
/** Generators that make worlds; the one that reads files has a place of its own. */
const makers = [...entries.keys()].filter((id) => id !== "recording")
/** Fields that everybody needs stand first; the others open on demand. */
const commonFields = ["width", "height", "density", "generations", "soups", "boundary"]

/** What the run learns from: worlds made by a generator, or a recording. */
export const SourceForm = () => {
  const say = useTexts(texts)
  const { dispatch, state } = useStudio()
  const { draft } = state
  const { generator } = draft
  // What the other tab was set to comes back with it.
  const kept = useRef<Readonly<Record<string, typeof generator>>>({
    made: firstDraft.generator,
    recording: { id: "recording", config: {} }
  })
  const tab = generator.id === "recording" ? "recording" : "made"
  return (
    <Tabs
      label={say.world.source}
      selected={tab}
      onSelect={(next) => {
        if (next === tab) return
        kept.current = { ...kept.current, [tab]: generator }
        dispatch({ kind: "draft", draft: { ...draft, generator: kept.current[next]! } })
      }}
      tabs={[
        { id: "made", label: say.world.made, content: () => <MadeForm /> },
        { id: "recording", label: say.world.recorded, content: () => <RecordingForm /> }
      ]}
    />
  )
}

const MadeForm = () => {
  const say = useTexts(texts)
  const { dispatch, state } = useStudio()
  const { draft } = state
  const { generator } = draft
  const entry = entries.get(generator.id)
  const fieldTexts = useFieldTexts("generator", generator.id)
  const change = (next: typeof generator) => dispatch({ kind: "draft", draft: { ...draft, generator: next } })
  if (entry === undefined) return null
  const rule = configValue(generator, "rule")
  const fields = (entry.config as unknown as { readonly fields: Readonly<Record<string, unknown>> }).fields
  const others = Object.keys(fields).filter((name) => name !== "rule" && !commonFields.includes(name))
  const form = (except: ReadonlyArray<string>) => (
    <SchemaForm
      schema={entry.config}
      value={generator.config as ConfigValue}
      onChange={(config) => change({ ...generator, config })}
      fieldTexts={fieldTexts}
      except={except}
    />
  )
  return (
    <div className="studio-stack">
      {makers.length > 1 && (
        <Select
          aria-label={say.world.generator}
          value={generator.id}
          options={makers.map((id) => ({ value: id, label: id }))}
          onChange={(id) => change({ id, config: {} })}
        />
      )}
      {"rule" in fields && (
        <RuleField
          value={typeof rule === "string" ? rule : ""}
          onChange={(text) => change(withConfig(generator, "rule", text))}
        />
      )}
      {form(["rule", ...others])}
      {others.length > 0 && (
        <details>
          <summary>{say.more}</summary>
          <div className="studio-details">{form(["rule", ...commonFields])}</div>
        </details>
      )}
    </div>
  )
}

const RecordingForm = () => {
  const say = useTexts(texts)
  const { dispatch, state } = useStudio()
  const { draft, files } = state
  const { generator } = draft
  const drop = useDrop()
  const fieldTexts = useFieldTexts("generator", "recording")
  const path = configValue(generator, "path")
  const held = typeof path === "string" && files.has(path)
  return (
    <div className="studio-stack">
      <FileDrop onFiles={drop}>
        <p>
          <strong>{say.world.drop}</strong>
        </p>
        <p className="rs-hint">{say.world.dropHint}</p>
      </FileDrop>
      {typeof path === "string" && !held && (
        <Notice kind="open" title={say.world.missing(path)}>
          <p>{say.world.missingHint}</p>
        </Notice>
      )}
      {held && (
        <>
          <p>
            {path === drawnPath ? say.world.drawn : say.world.file} <code>{path}</code>
          </p>
          <SchemaForm
            schema={entries.get("recording")!.config}
            value={generator.config as ConfigValue}
            onChange={(config) => dispatch({ kind: "draft", draft: { ...draft, generator: { ...generator, config } } })}
            fieldTexts={fieldTexts}
            except={["path"]}
          />
        </>
      )}
    </div>
  )
}

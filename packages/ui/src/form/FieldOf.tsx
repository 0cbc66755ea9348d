import type { Schema } from "effect"
import { Button } from "../components/Button.tsx"
import { Field } from "../components/Field.tsx"
import { Select } from "../components/Select.tsx"
import { useTexts } from "../language/LanguageProvider.tsx"
import { uiTexts } from "../language/uiTexts.ts"
import { Control, textOf } from "./Control.tsx"
import { isLike, type Problems } from "./problems.ts"
import type { FormField, Shape } from "./shape.ts"
import { entriesOf, startOf, variantName, wordOf } from "./variants.ts"

/** Label, meaning and choices of a field in the language of the page, where somebody has translated them. */
export type FieldTexts = Readonly<
  Record<
    string,
    {
      readonly label?: string
      readonly description?: string
      /** Words for values, by the value that stands in specs. */
      readonly options?: Readonly<Record<string, string>>
    }
  >
>

interface FieldOfProps {
  readonly path: string
  readonly field: FormField
  readonly value: Schema.Json | undefined
  /** Undefined: back to the default. */
  readonly onChange: (value: Schema.Json | undefined) => void
  readonly problems: Problems
  readonly fieldTexts: FieldTexts
}

type PartProps<K extends Shape["kind"]> = FieldOfProps & { readonly shape: Extract<Shape, { readonly kind: K }> }

/** `learningRate` as "Learning rate". */
const inWords = (name: string): string => {
  const spaced = name.replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

const isSingle = ({ kind }: Shape): boolean => kind !== "group" && kind !== "variants" && kind !== "list"

/** One field: its label, with the name used in specs where that is another, its control, meaning, default and what is wrong with it. */
export const FieldOf = (props: FieldOfProps) => {
  const { field, fieldTexts, onChange, path, problems, value } = props
  const texts = useTexts(uiTexts)
  const { description, initial, name, shape } = field
  const meaning = fieldTexts[path]?.description ?? description
  const words = fieldTexts[path]?.label ?? inWords(name)
  const label = (
    <>
      {words}
      {words.toLowerCase() !== name.toLowerCase() && (
        <>
          {" "}
          <code className="rs-path">{name}</code>
        </>
      )}
    </>
  )
  if (!isSingle(shape)) {
    return (
      <fieldset className="rs-fieldset">
        <legend className="rs-label">{label}</legend>
        <BodyOf {...props} value={value ?? initial} />
        {meaning !== "" && <p className="rs-hint">{meaning}</p>}
      </fieldset>
    )
  }
  const options = fieldTexts[path]?.options ?? {}
  const initialText = initial === null ? texts.nothing : (options[textOf(initial)] ?? textOf(initial))
  const shown = initial === undefined ? "" : texts.defaultIs(initialText)
  const parts = [shown === "" ? meaning : meaning.replace(/[.。]$/, ""), shown]
  const hint = parts.filter((part) => part !== "").join(" · ")
  return (
    <Field label={label} error={problems.get(path)} {...(hint === "" ? {} : { hint })}>
      {(control) => <Control {...{ control, initial, onChange, options, shape, value }} />}
    </Field>
  )
}

/** The control or controls of a field, under a label that stands already. */
const BodyOf = (props: FieldOfProps) => {
  const { field, fieldTexts, onChange, path, problems, value } = props
  const { shape } = field
  if (shape.kind === "variants") return <VariantsOf {...props} shape={shape} />
  if (shape.kind === "list") return <ListOf {...props} shape={shape} />
  if (shape.kind === "group") return <GroupOf {...props} shape={shape} />
  return (
    <Field
      label={<span className="rs-hidden">{fieldTexts[path]?.label ?? field.name}</span>}
      error={problems.get(path)}
    >
      {(control) => (
        <Control
          {...{ control, onChange, shape, value }}
          initial={undefined}
          options={fieldTexts[path]?.options ?? {}}
        />
      )}
    </Field>
  )
}

const GroupOf = ({ fieldTexts, onChange, path, problems, shape, value }: PartProps<"group">) => {
  const record = (value ?? {}) as Readonly<Record<string, Schema.Json>>
  return (
    <div className="rs-form rs-form-inner">
      {shape.fields.map((inner) => (
        <FieldOf
          key={inner.name}
          path={`${path}.${inner.name}`}
          field={inner}
          value={record[inner.name]}
          onChange={(next) => {
            const { [inner.name]: _, ...others } = record
            onChange(next === undefined ? others : { ...others, [inner.name]: next })
          }}
          problems={problems}
          fieldTexts={fieldTexts}
        />
      ))}
    </div>
  )
}

/** One choice among words and shapes; a shape that is no word has its controls below. */
const VariantsOf = ({ shape, ...props }: PartProps<"variants">) => {
  const { field, fieldTexts, onChange, path, value } = props
  const texts = useTexts(uiTexts)
  const entries = entriesOf(shape.variants)
  const at = Math.max(
    entries.findIndex((entry) => (entry.shape === null ? entry.word === value : isLike(entry.shape, value))),
    0
  )
  const chosen = entries[at]!.shape
  const words = fieldTexts[path]?.options ?? {}
  return (
    <div className="rs-variants">
      <Select
        aria-label={`${fieldTexts[path]?.label ?? field.name}: ${texts.kind}`}
        value={String(at)}
        options={entries.map((entry, index) => ({
          value: String(index),
          label:
            entry.shape === null ? wordOf(entry.word, words, texts) : variantName(entry.shape, texts, path, fieldTexts)
        }))}
        onChange={(next) => {
          const entry = entries[Number(next)]!
          if (entry.shape === null) return onChange(entry.word === field.initial ? undefined : entry.word)
          onChange(isLike(entry.shape, field.initial) ? field.initial : startOf(entry.shape))
        }}
      />
      {chosen !== null && <BodyOf {...props} field={{ ...field, shape: chosen }} />}
    </div>
  )
}

/** As many of one shape as the user wants. */
const ListOf = ({ shape, ...props }: PartProps<"list">) => {
  const { field, onChange, path, value } = props
  const texts = useTexts(uiTexts)
  const items = (Array.isArray(value) ? value : []) as ReadonlyArray<Schema.Json>
  return (
    <div className="rs-list">
      {items.map((one, at) => (
        // Items have nothing but their place to be told apart by.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="rs-list-item">
          <BodyOf
            {...props}
            path={`${path}.${at}`}
            field={{ ...field, name: texts.item(at + 1), shape: shape.item }}
            value={one}
            onChange={(next) => onChange(items.map((old, index) => (index === at ? (next ?? "") : old)))}
          />
          <Button kind="quiet" onClick={() => onChange(items.filter((_, index) => index !== at))}>
            {texts.remove(texts.item(at + 1))}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...items, startOf(shape.item)])}>{texts.add}</Button>
    </div>
  )
}

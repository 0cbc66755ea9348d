import type { Schema } from "effect"
import type { ControlProps } from "../components/Field.tsx"
import { Select } from "../components/Select.tsx"
import { TextInput } from "../components/TextInput.tsx"
import { useTexts } from "../language/LanguageProvider.tsx"
import { uiTexts } from "../language/uiTexts.ts"
import type { Shape } from "./shape.ts"
import { wordOf } from "./variants.ts"

interface ControlOfProps {
  readonly control: ControlProps
  readonly shape: Shape
  readonly initial: Schema.Json | undefined
  /** Words for values of a choice, by the value; others stand as they are. */
  readonly options: Readonly<Record<string, string>>
  readonly value: Schema.Json | undefined
  readonly onChange: (value: Schema.Json | undefined) => void
}

/** A number where the text is one, else the text itself: the schema then says that it is none. */
const numberOrText = (text: string): number | string =>
  text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text

const jsonOrText = (text: string): Schema.Json => {
  try {
    return JSON.parse(text) as Schema.Json
  } catch {
    return text
  }
}

/** A value as it stands in a control. */
export const textOf = (value: Schema.Json | undefined): string =>
  value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value)

/** The control for a shape that is a single value. */
export const Control = ({ control, initial, onChange, options: words, shape, value }: ControlOfProps) => {
  const texts = useTexts(uiTexts)
  if (shape.kind === "choice" || shape.kind === "flag") {
    const options = shape.kind === "flag" ? [true, false] : shape.options
    const current = value ?? initial ?? options[0]!
    return (
      <Select
        {...control}
        value={JSON.stringify(current)}
        options={options.map((option) => ({ value: JSON.stringify(option), label: wordOf(option, words, texts) }))}
        onChange={(text) => {
          const next = JSON.parse(text) as Schema.Json
          onChange(next === initial ? undefined : next)
        }}
      />
    )
  }
  const inner = shape.kind === "nullable" ? shape.inner : shape
  const read = (text: string): Schema.Json | undefined => {
    if (text === "") return undefined
    if (inner.kind === "number") return numberOrText(text)
    return inner.kind === "json" ? jsonOrText(text) : text
  }
  const placeholder = initial === null ? texts.nothing : textOf(initial)
  return (
    <TextInput
      {...control}
      value={textOf(value)}
      {...(placeholder === "" ? {} : { placeholder })}
      {...(inner.kind === "number" ? { inputMode: "decimal" as const } : {})}
      onChange={(text) => onChange(text === "" && shape.kind === "nullable" && initial !== null ? null : read(text))}
    />
  )
}

import { word } from "@rulescope/core"
import type { Schema } from "effect"
import { type ReactNode, useMemo } from "react"
import { Said } from "../language/Said.tsx"
import { useTexts } from "../language/LanguageProvider.tsx"
import { uiTexts } from "../language/uiTexts.ts"
import { FieldOf, type FieldTexts } from "./FieldOf.tsx"
import { problemsOf } from "./problems.ts"
import { formFields, type FormSchema } from "./shape.ts"

export type ConfigValue = Readonly<Record<string, Schema.Json>>

interface SchemaFormProps {
  readonly schema: FormSchema
  /** The configuration as far as it was given; what is left out has its default. */
  readonly value: ConfigValue
  readonly onChange: (value: ConfigValue) => void
  /** By path, `density.from`; default the schema's own words. */
  readonly fieldTexts?: FieldTexts
  /** Fields that the page shows in another way. */
  readonly except?: ReadonlyArray<string>
  /** Stands where the schema has no field. */
  readonly empty?: ReactNode
}

/** A form that is made from a schema: every plugin's configuration, without a line of code for it. */
export const SchemaForm = ({ empty, except = [], fieldTexts = {}, onChange, schema, value }: SchemaFormProps) => {
  const texts = useTexts(uiTexts)
  const fields = useMemo(() => formFields(schema), [schema])
  const shown = fields.filter(({ name }) => !except.includes(name))
  const problems = problemsOf(schema, fields, value, texts)
  const set = (name: string, next: Schema.Json | undefined) => {
    const { [name]: _, ...others } = value
    onChange(next === undefined ? others : { ...others, [name]: next })
  }
  if (shown.length === 0) return <>{empty}</>
  return (
    <div className="rs-form">
      {shown.map((field) => (
        <FieldOf
          key={field.name}
          path={field.name}
          field={field}
          value={value[field.name]}
          onChange={(next) => set(field.name, next)}
          problems={problems}
          fieldTexts={fieldTexts}
        />
      ))}
      {problems.has("") && (
        <p className="rs-error">
          <Said>{word(problems.get("")!)}</Said>
        </p>
      )}
    </div>
  )
}

import { Effect, Schema } from "effect"
import type { JsonSchema } from "./jsonSchema.ts"
import { resolved, withAllOf } from "./jsonSchema.ts"

export interface Bounds {
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
}

/** What a value has to look like, as far as a form needs to know. */
export type Shape =
  | { readonly kind: "number"; readonly whole: boolean; readonly bounds: Bounds }
  | { readonly kind: "text" }
  | { readonly kind: "flag" }
  /** One of a few words or numbers. */
  | { readonly kind: "choice"; readonly options: ReadonlyArray<string | number | boolean | null> }
  /** A number or text that may also be null. */
  | { readonly kind: "nullable"; readonly inner: Shape }
  /** One of several shapes. */
  | { readonly kind: "variants"; readonly variants: ReadonlyArray<Shape> }
  | { readonly kind: "group"; readonly fields: ReadonlyArray<FormField> }
  | { readonly kind: "list"; readonly item: Shape }
  /** Anything else, written as JSON. */
  | { readonly kind: "json" }

export interface FormField {
  readonly name: string
  readonly shape: Shape
  /** Meaning and unit, from the schema; "" when it says nothing. */
  readonly description: string
  /** What it is when left out; undefined when nothing is known. */
  readonly initial: Schema.Json | undefined
  /** Must be given. */
  readonly required: boolean
}

/** A schema whose fields a form can show: a Struct, such as every plugin's configuration. */
export type FormSchema = Schema.ConstraintCodec<any, any>

const boundsOf = ({ exclusiveMaximum, exclusiveMinimum, maximum, minimum }: JsonSchema): Bounds => ({
  ...(minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? {} : { minimum }),
  ...(maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? {} : { maximum }),
  ...(exclusiveMinimum === undefined ? {} : { exclusiveMinimum }),
  ...(exclusiveMaximum === undefined ? {} : { exclusiveMaximum })
})

const variantsOf = (alternatives: ReadonlyArray<JsonSchema>, root: JsonSchema): Shape => {
  const some = alternatives.filter(({ type }) => type !== "null")
  const shapes = some.map((alternative) => shapeOf(alternative, root))
  if (some.length < alternatives.length && shapes.length === 1) {
    const [inner] = shapes
    return inner!.kind === "choice"
      ? { kind: "choice", options: [...inner!.options, null] }
      : { kind: "nullable", inner: inner! }
  }
  return { kind: "variants", variants: shapes }
}

const shapeOf = (schema: JsonSchema, root: JsonSchema): Shape => {
  const full = withAllOf(resolved(schema, root))
  if (full.enum !== undefined) return { kind: "choice", options: full.enum }
  if (full.const !== undefined) return { kind: "choice", options: [full.const] }
  if (full.anyOf !== undefined) return variantsOf(full.anyOf, root)
  if (full.type === "number" || full.type === "integer") {
    return { kind: "number", whole: full.type === "integer", bounds: boundsOf(full) }
  }
  if (full.type === "string") return { kind: "text" }
  if (full.type === "boolean") return { kind: "flag" }
  if (full.type === "object" && full.properties !== undefined) {
    return { kind: "group", fields: fieldsIn(full, root, () => undefined) }
  }
  if (full.type === "array" && full.items !== undefined) return { kind: "list", item: shapeOf(full.items, root) }
  return { kind: "json" }
}

const fieldsIn = (
  schema: JsonSchema,
  root: JsonSchema,
  initialOf: (name: string) => Schema.Json | undefined
): ReadonlyArray<FormField> =>
  Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const initial = initialOf(name)
    return {
      name,
      shape: shapeOf(property, root),
      description: resolved(property, root).description ?? "",
      initial,
      required: initial === undefined && (schema.required ?? []).includes(name)
    }
  })

/** The fields of a configuration, from its schema alone: shape, bounds, meaning and default. */
export const formFields = (schema: FormSchema): ReadonlyArray<FormField> => {
  const { definitions, schema: own } = Schema.toJsonSchemaDocument(schema) as unknown as {
    readonly schema: JsonSchema
    readonly definitions: Readonly<Record<string, JsonSchema>>
  }
  const root = { ...own, definitions }
  const { fields = {} } = schema as unknown as { readonly fields?: Record<string, FormSchema> }
  const initialOf = (name: string): Schema.Json | undefined => {
    const field = fields[name]
    if (field === undefined) return undefined
    const alone = Schema.Struct({ [name]: field })
    const decoded = Effect.runSync(
      Effect.option(Schema.decodeUnknownEffect(alone)({}) as Effect.Effect<Record<string, Schema.Json>, unknown>)
    )
    return decoded._tag === "Some" ? decoded.value[name] : undefined
  }
  return fieldsIn(withAllOf(resolved(own, root)), root, initialOf)
}

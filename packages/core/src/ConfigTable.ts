import { Effect, Schema } from "effect"
import type { Entry } from "./Plugin.ts"

/** One field of a plugin's configuration, as text for tables and forms. */
export interface ConfigField {
  readonly name: string
  /** Kind and range, e.g. "integer, 1 to 64" or "torus | dead". */
  readonly type: string
  /** Undefined when the field must be given. */
  readonly default: Schema.Json | undefined
  /** Meaning and unit. */
  readonly description: string
}

interface JsonSchema {
  readonly type?: string
  readonly enum?: ReadonlyArray<unknown>
  readonly anyOf?: ReadonlyArray<JsonSchema>
  readonly items?: JsonSchema
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly allOf?: ReadonlyArray<JsonSchema>
}

const bounds = (schema: JsonSchema): string => {
  const { exclusiveMaximum, exclusiveMinimum, maximum, minimum } = Object.assign(
    {},
    ...(schema.allOf ?? []),
    schema
  ) as JsonSchema
  if (minimum !== undefined && maximum !== undefined) return `, ${minimum} to ${maximum}`
  const parts = [
    minimum === undefined ? "" : `≥ ${minimum}`,
    exclusiveMinimum === undefined ? "" : `> ${exclusiveMinimum}`,
    maximum === undefined ? "" : `≤ ${maximum}`,
    exclusiveMaximum === undefined ? "" : `< ${exclusiveMaximum}`
  ].filter((part) => part !== "")
  return parts.length === 0 ? "" : `, ${parts.join(", ")}`
}

const typeText = (schema: JsonSchema): string => {
  if (schema.enum !== undefined) return schema.enum.map(String).join(" | ")
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeText).join(" or ")
  if (schema.properties !== undefined) {
    return `{ ${Object.entries(schema.properties)
      .map(([name, inner]) => `${name}: ${typeText(inner)}`)
      .join("; ")} }`
  }
  if (schema.items !== undefined) return `list of ${typeText(schema.items)}`
  return `${schema.type ?? "any"}${bounds(schema)}`
}

/** The configuration of a plugin field by field, derived from its schema alone. */
export const configTable = <I, R>(entry: Entry<I, R>): ReadonlyArray<ConfigField> => {
  const { schema } = Schema.toJsonSchemaDocument(entry.config) as { readonly schema: JsonSchema }
  const fields = (entry.config as unknown as { readonly fields: Record<string, Schema.ConstraintCodec<any, any>> })
    .fields
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const alone = Schema.Struct({ [name]: fields[name]! })
    const decoded = Effect.runSync(
      Effect.option(Schema.decodeUnknownEffect(alone)({}) as Effect.Effect<unknown, unknown>)
    )
    const value = decoded._tag === "Some" ? (decoded.value as Record<string, Schema.Json>)[name] : undefined
    return { name, type: typeText(property), default: value, description: property.description ?? "" }
  })
}

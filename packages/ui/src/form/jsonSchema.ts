/** The part of JSON Schema that Effect writes for plain data. */
export interface JsonSchema {
  readonly type?: string
  readonly enum?: ReadonlyArray<string | number | boolean | null>
  readonly const?: string | number | boolean | null
  readonly anyOf?: ReadonlyArray<JsonSchema>
  readonly allOf?: ReadonlyArray<JsonSchema>
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: ReadonlyArray<string>
  readonly description?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly $ref?: string
  readonly definitions?: Readonly<Record<string, JsonSchema>>
}

/** Follows a reference into the definitions of the document. */
export const resolved = (schema: JsonSchema, root: JsonSchema): JsonSchema => {
  const name = schema.$ref?.split("/").at(-1)
  const target = name === undefined ? undefined : root.definitions?.[name]
  return target === undefined ? schema : { ...resolved(target, root), ...schema }
}

/** Checks that stand apart, taken together with the rest. */
export const withAllOf = (schema: JsonSchema): JsonSchema =>
  Object.assign({}, ...(schema.allOf ?? []), schema) as JsonSchema

import type { UiTexts } from "@rulescope/language-en"
import { Result, Schema } from "effect"
import type { Bounds, FormField, FormSchema, Shape } from "./shape.ts"

/** What is wrong with which field; paths as in run specs, `density.from`. */
export type Problems = ReadonlyMap<string, string>

const boundsText = ({ exclusiveMaximum, exclusiveMinimum, maximum, minimum }: Bounds, texts: UiTexts): string =>
  [
    minimum === undefined ? "" : texts.least(String(minimum)),
    exclusiveMinimum === undefined ? "" : texts.above(String(exclusiveMinimum)),
    maximum === undefined ? "" : texts.most(String(maximum)),
    exclusiveMaximum === undefined ? "" : texts.below(String(exclusiveMaximum))
  ]
    .filter((part) => part !== "")
    .join(texts.and)

const inBounds = (value: number, bounds: Bounds): boolean =>
  value >= (bounds.minimum ?? -Infinity) &&
  value <= (bounds.maximum ?? Infinity) &&
  value > (bounds.exclusiveMinimum ?? -Infinity) &&
  value < (bounds.exclusiveMaximum ?? Infinity)

const isRecord = (value: unknown): value is Readonly<Record<string, Schema.Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Whether a value is of a shape, its bounds left aside: which variant is meant. */
export const isLike = (shape: Shape, value: Schema.Json | undefined): boolean => {
  switch (shape.kind) {
    case "number":
      return typeof value === "number"
    case "text":
      return typeof value === "string"
    case "flag":
      return typeof value === "boolean"
    case "choice":
      return shape.options.includes(value as string)
    case "nullable":
      return value === null || isLike(shape.inner, value)
    case "variants":
      return shape.variants.some((variant) => isLike(variant, value))
    case "group":
      return isRecord(value)
    case "list":
      return Array.isArray(value)
    case "json":
      return value !== undefined
  }
}

const judge = (
  shape: Shape,
  value: Schema.Json | undefined,
  path: string,
  texts: UiTexts,
  found: Map<string, string>
): void => {
  if (value === undefined) return void found.set(path, texts.required)
  switch (shape.kind) {
    case "number":
      if (typeof value !== "number") return void found.set(path, texts.notANumber)
      if (shape.whole && !Number.isInteger(value)) return void found.set(path, texts.notWhole)
      if (!inBounds(value, shape.bounds)) found.set(path, texts.must(boundsText(shape.bounds, texts)))
      return
    case "text":
      if (value === "") found.set(path, texts.required)
      return
    case "nullable":
      if (value !== null) judge(shape.inner, value, path, texts, found)
      return
    case "variants": {
      const meant = shape.variants.find((variant) => isLike(variant, value)) ?? shape.variants[0]!
      return judge(meant, value, path, texts, found)
    }
    case "group": {
      const record = isRecord(value) ? value : {}
      return judgeFields(shape.fields, record, `${path}.`, texts, found)
    }
    case "list":
      if (!Array.isArray(value)) return
      for (const [at, item] of value.entries()) judge(shape.item, item as Schema.Json, `${path}.${at}`, texts, found)
      return
    case "choice":
    case "flag":
    case "json":
  }
}

const judgeFields = (
  fields: ReadonlyArray<FormField>,
  value: Readonly<Record<string, Schema.Json>>,
  prefix: string,
  texts: UiTexts,
  found: Map<string, string>
): void => {
  for (const { name, required, shape } of fields) {
    if (value[name] !== undefined || required) judge(shape, value[name], `${prefix}${name}`, texts, found)
  }
}

/**
 * What is wrong with a configuration, field by field, in the words of the page. What the schema demands beyond
 * shape and bounds is said in the schema's own words under the path "".
 */
export const problemsOf = (
  schema: FormSchema,
  fields: ReadonlyArray<FormField>,
  value: Readonly<Record<string, Schema.Json>>,
  texts: UiTexts
): Problems => {
  const found = new Map<string, string>()
  judgeFields(fields, value, "", texts, found)
  if (found.size > 0) return found
  const decoded = Schema.decodeUnknownResult(schema as Schema.Codec<unknown, unknown>, {
    onExcessProperty: "error",
    errors: "all"
  })(value)
  if (Result.isFailure(decoded)) found.set("", decoded.failure.message)
  return found
}

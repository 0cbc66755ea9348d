import type { UiTexts } from "@rulescope/language-en"
import type { Schema } from "effect"
import type { FieldTexts } from "./FieldOf.tsx"
import type { Shape } from "./shape.ts"

/** What a variant of the field at `path` is called in the choice between them. */
export const variantName = (shape: Shape, texts: UiTexts, path: string, fieldTexts: FieldTexts): string => {
  switch (shape.kind) {
    case "group":
      return shape.fields.map(({ name }) => fieldTexts[`${path}.${name}`]?.label ?? name).join(" – ")
    case "choice": {
      const words = fieldTexts[path]?.options ?? {}
      return shape.options.map((one) => (one === null ? texts.none : (words[String(one)] ?? String(one)))).join(" | ")
    }
    case "text":
      return texts.oneText
    default:
      return texts.oneNumber
  }
}

/** Something to begin with when a shape is chosen: valid, and in the middle where there is one. */
export const startOf = (shape: Shape): Schema.Json => {
  switch (shape.kind) {
    case "number": {
      const { maximum, minimum = 0 } = shape.bounds
      const middle = maximum === undefined ? minimum : (minimum + maximum) / 2
      return shape.whole ? Math.round(middle) : middle
    }
    case "choice":
      return shape.options[0]!
    case "flag":
      return false
    case "text":
      return ""
    case "list":
      return []
    case "group":
      return Object.fromEntries(shape.fields.map(({ name, shape: inner }) => [name, startOf(inner)]))
    case "variants":
      return startOf(shape.variants[0]!)
    case "nullable":
    case "json":
      return null
  }
}

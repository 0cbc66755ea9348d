import type { Schema } from "effect"
import type { uiTexts } from "../language/uiTexts.ts"
import type { Shape } from "./shape.ts"

type Texts = (typeof uiTexts)["en"]

/** What a variant is called in the choice between them. */
export const variantName = (shape: Shape, texts: Texts): string => {
  switch (shape.kind) {
    case "group":
      return shape.fields.map(({ name }) => name).join(" – ")
    case "choice":
      return shape.options.map((option) => (option === null ? texts.none : String(option))).join(" | ")
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

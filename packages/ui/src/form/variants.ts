import type { UiTexts } from "@rulescope/language-en"
import type { Schema } from "effect"
import type { FieldTexts } from "./FieldOf.tsx"
import type { Shape } from "./shape.ts"

/** What a choice between shapes offers: every word by itself, and each shape that is none. */
type Entry =
  | { readonly shape: Exclude<Shape, { readonly kind: "choice" }> }
  | { readonly shape: null; readonly word: string | number | boolean | null }

export const entriesOf = (variants: ReadonlyArray<Shape>): ReadonlyArray<Entry> =>
  variants.flatMap((shape): ReadonlyArray<Entry> =>
    shape.kind === "choice" ? shape.options.map((word) => ({ shape: null, word })) : [{ shape }]
  )

/** A value of a choice in the words of the page. */
export const wordOf = (
  value: string | number | boolean | null,
  words: Readonly<Record<string, string>>,
  texts: UiTexts
): string =>
  value === null
    ? texts.none
    : value === true
      ? texts.yes
      : value === false
        ? texts.no
        : (words[String(value)] ?? String(value))

/** What a shape of the field at `path` is called among the words of a choice. */
export const variantName = (
  shape: Exclude<Shape, { readonly kind: "choice" }>,
  texts: UiTexts,
  path: string,
  fieldTexts: FieldTexts
): string => {
  if (shape.kind === "group") {
    return shape.fields.map(({ name }) => fieldTexts[`${path}.${name}`]?.label ?? name).join(" – ")
  }
  return shape.kind === "text" ? texts.oneText : texts.oneNumber
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

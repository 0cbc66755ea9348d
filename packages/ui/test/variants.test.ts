import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { isLike } from "../src/form/problems.ts"
import { entriesOf, startOf } from "../src/form/variants.ts"
import { formFields, type Shape } from "../src/form/shape.ts"

const share = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))

const shapeOf = (schema: Schema.Codec<any, any>): Extract<Shape, { readonly kind: "variants" }> => {
  const [{ shape }] = formFields(Schema.Struct({ field: schema })) as unknown as readonly [{ readonly shape: Shape }]
  if (shape.kind !== "variants") throw new Error(shape.kind)
  return shape
}

describe("a choice between shapes", () => {
  it("offers every word once, and every shape that is no word, in one list", () => {
    const { variants } = shapeOf(Schema.Union([Schema.Literals(["recorded", "auto"]), Schema.Int]))
    assert.deepStrictEqual(
      entriesOf(variants).map((entry) => (entry.shape === null ? entry.word : entry.shape.kind)),
      ["recorded", "auto", "number"]
    )
    const either = shapeOf(Schema.Union([Schema.Literal("rule"), Schema.Literal("soup"), Schema.String]))
    assert.deepStrictEqual(
      entriesOf(either.variants).map((entry) => (entry.shape === null ? entry.word : entry.shape.kind)),
      ["rule", "soup", "text"]
    )
  })

  it("begins a shape with a value of that shape", () => {
    const { variants } = shapeOf(Schema.Union([share, Schema.Struct({ from: share, to: share })]))
    for (const { shape } of entriesOf(variants)) assert.isTrue(shape !== null && isLike(shape, startOf(shape)))
  })
})

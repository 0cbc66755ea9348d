import { automataRegistries } from "@rulescope/preset"
import { formFields, problemsOf, uiTexts } from "@rulescope/ui"
import { assert, describe, it } from "vitest"

const entries = Object.values(automataRegistries).flatMap((registry) =>
  [...registry.entries.values()].map((entry) => ({ name: `${registry.stage} ${entry.id}`, config: entry.config }))
)

describe("every plugin", () => {
  it.each(entries)("$name has a form of fields that explain themselves", ({ config }) => {
    const fields = formFields(config)
    for (const { description, name, shape } of fields) {
      assert.notStrictEqual(shape.kind, "json", `${name} can only be written as JSON`)
      assert.isAtLeast(description.length, 8, `${name} is not described`)
    }
    const wrong = [...problemsOf(config, fields, {}, uiTexts.english)]
    assert.deepStrictEqual(
      wrong.map(([path]) => path),
      fields.filter(({ required }) => required).map(({ name }) => name)
    )
  })
})

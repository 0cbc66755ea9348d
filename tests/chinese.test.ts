import { assert, describe, it } from "@effect/vitest"
import { type Registry, word } from "@rulescope/core"
import { automataRegistries } from "@rulescope/preset"
import { openLanguage } from "@rulescope/preset/languages"
import { Schema } from "effect"
import { sentencesOf, templatesOf } from "./structure/sentences.ts"
import { readPackages } from "./structure/sources.ts"

/** Packages whose failures a page shows. */
const stages =
  /^packages\/(?:core|study|tensor|automata\/(?:lattice|subject|formats|census-network|equivariant|(?:generator|augmenter|backbone|inferrer)-[\w-]+))$/

const { texts, translate } = await openLanguage("zh-CN", [])
const inChinese = await translate()

interface JsonSchema {
  readonly enum?: ReadonlyArray<unknown>
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly anyOf?: ReadonlyArray<JsonSchema>
}

/** Words that a value may be, by the path of their field. */
const choicesIn = (schema: JsonSchema, path = ""): ReadonlyArray<readonly [path: string, word: string]> => [
  ...(schema.enum ?? []).flatMap((word) => (typeof word === "string" ? [[path, word] as const] : [])),
  ...(schema.anyOf ?? []).flatMap((one) => choicesIn(one, path)),
  ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
    choicesIn(one, path === "" ? name : `${path}.${name}`)
  )
]

/** Pages that show what fails on them in sentences of their own. */
const pages = /^apps\/(?:studio|atlas)$/

describe("Chinese", () => {
  it("has every sentence of a stage and of a page", () => {
    const told = readPackages()
      .filter(({ folder }) => stages.test(folder) || pages.test(folder))
      .flatMap(templatesOf)
    assert.isAtLeast(told.length, 10)
    const missing = told.filter(({ text }) => {
      const values = new Set(text.match(/\{\d+\}/g)).size
      return inChinese({ template: text, values: Array.from({ length: values }, String) }) === null
    })
    assert.deepStrictEqual(
      missing.map(({ file, text }) => `${file}: ${text}`),
      []
    )
  })

  it("has what a stage tells as English alone when something fails", () => {
    const said = readPackages()
      .filter(({ folder }) => stages.test(folder))
      .flatMap(sentencesOf)
    assert.isAtLeast(said.length, 1)
    const missing = said.filter(({ text }) => {
      // Values that are no sentences; where one of them has to be a sentence, it is.
      const values = text.split("⟨…⟩").length - 1
      const told = Array.from({ length: values + 1 }, (_, sentence) => {
        let at = 0
        return text.replaceAll("⟨…⟩", () => (at++ === sentence ? "the file is empty" : String(at)))
      })
      return told.every((one) => inChinese(word(one)) === null)
    })
    assert.deepStrictEqual(
      missing.map(({ file, text }) => `${file}: ${text}`),
      []
    )
  })

  for (const registry of Object.values(automataRegistries) as ReadonlyArray<Registry.Registry<any, any>>) {
    it(`has every ${registry.stage}: its summary, its fields and the words of its choices`, () => {
      for (const { config, id } of registry.entries.values()) {
        const words = texts.plugins[`automata/${registry.stage}-${id}`]
        assert.match(words?.summary ?? "", /\p{Script=Han}/u, id)
        const schema = Schema.toJsonSchemaDocument(config).schema as JsonSchema
        const names = Object.keys(schema.properties ?? {})
        assert.deepStrictEqual(
          names.filter((name) => words?.fields[name]?.description === undefined),
          [],
          id
        )
        assert.deepStrictEqual(
          choicesIn(schema).filter(([path, word]) => words?.fields[path]?.options?.[word] === undefined),
          [],
          id
        )
        // Nor any that is there no more.
        assert.deepStrictEqual(
          Object.keys(words?.fields ?? {}).filter((path) => !names.includes(path.split(".")[0]!)),
          [],
          id
        )
      }
    })
  }
})

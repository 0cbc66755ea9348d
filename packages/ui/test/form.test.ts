import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { ui } from "@rulescope/language-en"
import { formFields, problemsOf } from "../src/index.ts"

const share = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))

const config = Schema.Struct({
  path: Schema.String.annotate({ description: "Where it lies." }),
  width: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 64 })).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed(16))
  ),
  border: Schema.Literals(["torus", "dead"]).pipe(Schema.withDecodingDefaultKey(Effect.succeed("torus" as const))),
  noise: Schema.NullOr(share).pipe(Schema.withDecodingDefaultKey(Effect.succeed(null))),
  rate: Schema.Finite.check(Schema.isGreaterThan(0)).pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.01))),
  density: Schema.Union([share, Schema.Struct({ from: share, to: share })]).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed(0.5))
  ),
  seeds: Schema.Array(Schema.Int).pipe(Schema.withDecodingDefaultKey(Effect.succeed([]))),
  exact: Schema.Boolean.pipe(Schema.withDecodingDefaultKey(Effect.succeed(true)))
})

const fields = formFields(config)
const named = (name: string) => fields.find((field) => field.name === name)!
const problems = (value: Parameters<typeof problemsOf>[2]) => Object.fromEntries(problemsOf(config, fields, value, ui))

describe("a form from a schema", () => {
  it("knows shape, bounds, default and meaning of every field", () => {
    assert.deepStrictEqual(
      fields.map(({ name, shape }) => [name, shape.kind]),
      [
        ["path", "text"],
        ["width", "number"],
        ["border", "choice"],
        ["noise", "nullable"],
        ["rate", "number"],
        ["density", "variants"],
        ["seeds", "list"],
        ["exact", "flag"]
      ]
    )
    assert.deepStrictEqual(named("width"), {
      name: "width",
      shape: { kind: "number", whole: true, bounds: { minimum: 1, maximum: 64 } },
      description: "",
      initial: 16,
      required: false
    })
    assert.isTrue(named("path").required)
    assert.strictEqual(named("path").description, "Where it lies.")
    assert.deepStrictEqual(named("border").shape, { kind: "choice", options: ["torus", "dead"] })
  })

  it("takes what leaves everything to its default, but for what has to be given", () => {
    assert.deepStrictEqual(problems({}), { path: "This has to be given." })
    assert.deepStrictEqual(problems({ path: "a" }), {})
  })

  it("says at each field what is wrong with it, also inside a variant and a list", () => {
    assert.deepStrictEqual(
      problems({ path: "", width: 65, noise: 2, rate: 0, density: { from: -0.1, to: "x" }, seeds: [1, 1.5] }),
      {
        path: "This has to be given.",
        width: "It has to be at least 1 and at most 64.",
        noise: "It has to be at least 0 and at most 1.",
        rate: "It has to be more than 0.",
        "density.from": "It has to be at least 0 and at most 1.",
        "density.to": "Write a number.",
        "seeds.1": "Write a whole number."
      }
    )
  })

  it("leaves the last word to the schema", () => {
    assert.match(problems({ path: "a", wdith: 3 })[""]!, /wdith/)
  })

  it("says it in the words that it is given", () => {
    const words = {
      ...ui,
      must: (bounds: string) => `必须${bounds}。`,
      least: (bound: string) => `≥ ${bound}`,
      and: "且"
    }
    assert.deepStrictEqual(Object.fromEntries(problemsOf(config, fields, { path: "a", width: 0 }, words)), {
      width: "必须≥ 1且at most 64。"
    })
  })
})

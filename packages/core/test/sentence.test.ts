import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import {
  english,
  inOne,
  lineOf,
  rendering,
  say,
  Sentence,
  sentenceOf,
  unfit,
  word,
  type Wording
} from "../src/index.ts"

const inner = say`${2} frames`
const outer = say`${"a.npz"}: ${inner}, of ${["a", word("live")]}`

const wordings: Readonly<Record<string, Wording>> = {
  "{0} frames": (frames) => (frames === "2" ? "zwei Bilder" : `${frames} Bilder`),
  "{0}: {1}, of {2}": "von {2}: {1} ({0})",
  live: "lebend"
}
const inGerman = rendering((template) => wordings[template], " und ")

describe("a sentence", () => {
  it("is its template and its values", () => {
    assert.deepStrictEqual(inner, { template: "{0} frames", values: [2] })
    assert.deepStrictEqual(say`no value`, word("no value"))
  })

  it("is put together in English from its template alone", () => {
    assert.strictEqual(english(outer), "a.npz: 2 frames, of a, live")
  })

  it("keeps its values whatever these contain", () => {
    assert.strictEqual(english(say`${"{1} $& $1"} and ${"{0}"}`), "{1} $& $1 and {0}")
  })

  it("is put together in another language with its places in another order, by what the values are", () => {
    assert.strictEqual(inGerman(outer), "von a und lebend: zwei Bilder (a.npz)")
    assert.strictEqual(inGerman(say`${3} frames`), "3 Bilder")
  })

  it("is nothing in a language that lacks a part of it", () => {
    assert.isNull(inGerman(say`${inner} more`))
    assert.isNull(inGerman(say`${"x"}: ${say`nobody knows`}, of ${[]}`))
    assert.isNull(inGerman(say`${"x"}: ${inner}, of ${[word("dead")]}`))
  })

  it("comes back from a file, as it was and as all were once: a text", () => {
    const encode = Schema.encodeSync(Sentence)
    const decode = Schema.decodeUnknownSync(Sentence)
    for (const one of [outer, inner, word("as stated")]) {
      assert.deepStrictEqual(decode(JSON.parse(JSON.stringify(encode(one)))), one)
    }
    assert.strictEqual(encode(word("as stated")), "as stated")
    assert.strictEqual(english(decode("all 36864 cells agree")), "all 36864 cells agree")
  })
})

describe("a problem", () => {
  const problem = { reason: say`${0} frames`, remedy: say`give more` }

  it("is its reason and its remedy, on one line or as one sentence", () => {
    assert.strictEqual(lineOf(problem), "0 frames; give more")
    assert.strictEqual(english(inOne(problem)), "0 frames; give more")
  })

  it("is what is said of an error that has one; of others their message", () => {
    assert.deepStrictEqual(sentenceOf(Object.assign(new Error("else"), { problem })), inOne(problem))
    assert.deepStrictEqual(sentenceOf(new Error("no route")), word("no route"))
    assert.deepStrictEqual(sentenceOf("thrown"), word("thrown"))
  })
})

it("what does not fit a schema is a sentence for every place", () => {
  const Spec = Schema.Struct({ a: Schema.Struct({ size: Schema.Finite }), b: Schema.String })
  const read = Schema.decodeUnknownResult(Spec, { onExcessProperty: "error", errors: "all" })
  const result = read({ a: { size: "x" }, c: 1 })
  assert.strictEqual(result._tag, "Failure")
  const places = result._tag === "Failure" ? unfit(result.failure) : []
  assert.sameDeepMembers(
    places.map(({ path, what }) => [path, english(what)]),
    [
      [["a", "size"], '"a.size": expected number'],
      [["b"], '"b" is missing'],
      [["c"], '"c" is not expected']
    ]
  )
})

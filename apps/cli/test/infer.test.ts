import { expressIn, familyNamed, readRule, type Rule } from "@rulescope/lattice"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { haveRecordings, recordings, rulescope } from "./command.ts"
import { families } from "@rulescope/preset"

const status = Schema.Literals(["confirmed", "refuted", "inconclusive"])
const verdict = Schema.Struct({ status, accuracy: Schema.Finite, because: Schema.String, contradicted: Schema.Int })

/** The contract of `infer --json`, written out on its own so that a change of the product shows. */
const Contract = Schema.Struct({
  rule: Schema.NullOr(Schema.String),
  range: Schema.Struct({ min: Schema.String, max: Schema.String, rules: Schema.Int }),
  equivalent: Schema.Array(Schema.Struct({ rule: Schema.String, when: Schema.String })),
  family: Schema.String,
  criterion: Schema.String,
  scores: Schema.Array(
    Schema.Struct({ family: Schema.String, logEvidence: Schema.Finite, error: Schema.Finite, classes: Schema.Int })
  ),
  symmetry: Schema.NullOr(
    Schema.Struct({
      id: Schema.String,
      orbits: Schema.Int,
      scores: Schema.Array(Schema.Struct({ symmetry: Schema.String, orbits: Schema.Int, logEvidence: Schema.Finite }))
    })
  ),
  classes: Schema.Array(
    Schema.Struct({
      class: Schema.String,
      label: Schema.NullOr(Schema.Literals([0, 1])),
      support: Schema.Int,
      confidence: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 })),
      posterior: Schema.Tuple([Schema.Finite, Schema.Finite])
    })
  ),
  boundary: Schema.Literals(["torus", "dead", "unknown"]),
  verdict,
  training: verdict,
  noise: Schema.Struct({ observation: Schema.Finite, dynamic: Schema.Finite }),
  accuracy: Schema.Struct({ model: Schema.Finite, rule: Schema.Finite }),
  seconds: Schema.Record(Schema.String, Schema.Finite)
})
const decode = Schema.decodeUnknownSync(Contract)

interface Truth {
  readonly rule: string
  readonly boundary: string
  readonly support: { readonly totalistic: Record<string, number>; readonly isotropic: Record<string, number> }
}

const truthOf = (id: string): Truth => JSON.parse(readFileSync(join(recordings, `${id}.json`), "utf8")) as Truth

const labelsIn = (text: string, familyId: string): Rule => {
  const read = readRule(families, text)
  if (!read.ok) throw new Error(text)
  const rule = expressIn(read.value, familyNamed(families, familyId)!)
  if (rule === null) throw new Error(`${text} is not ${familyId}`)
  return rule
}

const cases = [
  ["p00-ll", "life-like"],
  ["p08-ll", "life-like"],
  ["p30-ll", "life-like"],
  ["p36-int", "isotropic"],
  ["p01-ll", "isotropic"]
] as const

describe.skipIf(!haveRecordings)("infer --json on recordings made by bgolly", { concurrent: false }, () => {
  it.each(cases)("%s --family %s: supported classes right, others undetermined, confirmed", async (id, family) => {
    const cache = mkdtempSync(join(tmpdir(), "rulescope-"))
    const ended = await rulescope([
      "infer",
      join(recordings, `${id}.npz`),
      "--family",
      family,
      "--json",
      "--cache",
      cache
    ])
    const document = decode(JSON.parse(ended.stdout))
    const truth = truthOf(id)
    const support = family === "isotropic" ? truth.support.isotropic : truth.support.totalistic
    const rule = labelsIn(truth.rule, family)
    for (const [index, { class: name, label }] of document.classes.entries()) {
      assert.strictEqual(name, rule.family.classes[index]!.name)
      assert.strictEqual(label, (support[name] ?? 0) > 0 ? rule.labels[index]! : null, `${truth.rule} ${name}`)
    }
    assert.strictEqual(document.boundary, "torus")
    assert.strictEqual(document.verdict.status, "confirmed")
    assert.strictEqual(document.rule === null, document.range.min !== document.range.max)
    assert.strictEqual(ended.code, 0)
  })

  it.each([
    ["p01-ll", "life-like"],
    ["p36-int", "isotropic"]
  ] as const)("%s --family auto chooses %s", async (id, family) => {
    const { stdout } = await rulescope(["infer", join(recordings, `${id}.npz`), "--json", "--no-cache"])
    const document = decode(JSON.parse(stdout))
    assert.strictEqual(document.family, family)
    assert.strictEqual(document.criterion, "marginal likelihood")
    assert.strictEqual(document.symmetry!.orbits, family === "life-like" ? 18 : 60)
  })

  it("a noisy recording gives the same family, its noise, and a confirmed rule", async () => {
    const ended = await rulescope([
      "infer",
      join(recordings, "p00-ll-noise05.npz"),
      "--inferrer",
      "likelihood",
      "--json",
      "--no-cache"
    ])
    const document = decode(JSON.parse(ended.stdout))
    assert.strictEqual(document.family, "life-like")
    assert.strictEqual(document.criterion, "held-out composite likelihood")
    assert.strictEqual(document.symmetry!.id, "all")
    assert.closeTo(document.noise.observation, 0.05, 0.005)
    assert.strictEqual(document.verdict.status, "confirmed")
    assert.strictEqual(ended.code, 0)
  })

  it("every second generation leaves two rules that cannot be told apart; both are listed and one is proved", async () => {
    const ended = await rulescope([
      "infer",
      join(recordings, "p03-ll-every2.npz"),
      "--inferrer",
      "likelihood",
      "--stride",
      "2",
      "--json",
      "--no-cache"
    ])
    const { equivalent, range, rule, verdict: heldOut } = JSON.parse(ended.stdout)
    assert.isNull(rule)
    assert.strictEqual(range.rules, 2)
    assert.sameMembers(
      equivalent.map((one: { rule: string }) => one.rule),
      [truthOf("p03-ll-every2").rule, "B01245/S0125"]
    )
    assert.strictEqual(heldOut.status, "confirmed")
  })

  it("a noisy recording is not confirmed as if it were clean: exit code 3", async () => {
    const ended = await rulescope([
      "infer",
      join(recordings, "p00-ll-noise05.npz"),
      "--family",
      "life-like",
      "--json",
      "--no-cache"
    ])
    assert.strictEqual(ended.code, 3)
    assert.strictEqual(decode(JSON.parse(ended.stdout)).verdict.status, "refuted")
  })
})

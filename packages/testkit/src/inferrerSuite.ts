import { type Family, fold, formatRule, lifeLike, rowTotal, type Rule, ruleTable, takeCensus } from "@rulescope/lattice"
import { type Evidence, gatherEvidence, Inferrer } from "@rulescope/automata"
import { assert, it } from "@effect/vitest"
import { Effect, type Layer, Option } from "effect"
import { observeAll, randomRule, recordSoup, recordWrong } from "./rules.ts"
import { families } from "./twoStates.ts"

/** Probabilities of a network that has learned the rule perfectly. */
export const certain = (rule: Rule): Float32Array => {
  const { states } = rule.family
  const table = ruleTable(rule)
  return Float32Array.from({ length: table.length * states }, (_, i) =>
    table[Math.floor(i / states)] === i % states ? 1 : 0
  )
}

/** Evidence of a perfect network on a census of soups of the rule. */
export const soupEvidence = (rule: Rule, seed: string, soups = 4): Evidence => {
  const { neighbourhood, states } = rule.family
  const observations = Array.from({ length: soups }, (_, i) => observeAll(recordSoup(rule, `${seed}/${i}`)))
  return gatherEvidence(rule.family, takeCensus(neighbourhood, states, observations), certain(rule))
}

/** Evidence of a network that has learned every frequency of the census, of one soup recorded with noise. */
const noisyEvidence = (rule: Rule, seed: string, rate: number): Evidence => {
  const { neighbourhood, states } = rule.family
  const observation = observeAll(recordWrong(recordSoup(rule, seed), rate, seed))
  const census = takeCensus(neighbourhood, states, [observation])
  const learned = Float32Array.from(census.counts, (count, at) => {
    const seen = rowTotal(census.counts, states, Math.floor(at / states))
    return seen === 0 ? 1 / states : count / seen
  })
  return gatherEvidence(rule.family, census, learned)
}

const supports = (family: Family, { counts, states }: Evidence["census"]): Float64Array => {
  const table = fold(counts, family).counts
  return Float64Array.from(family.classes, (_, c) =>
    table.subarray(c * states, (c + 1) * states).reduce((a, b) => a + b, 0)
  )
}

/**
 * Laws every inferrer keeps: on clean evidence right where something was seen, silent where nothing was; under noise
 * never wrong where it says 0.99.
 */
export const inferrerSuite = <E>(name: string, layer: Layer.Layer<Inferrer, E>) => {
  it.layer(layer)(`Inferrer: ${name}`, (it) => {
    for (const family of families) {
      it.effect(`${family.id}: every class seen is right, every other undetermined`, () =>
        Effect.gen(function* () {
          const { infer } = yield* Inferrer
          for (const seed of ["a", "b", "c", "d", "e", "f"]) {
            const rule = randomRule(family, seed)
            const evidence = soupEvidence(rule, seed, 1)
            const support = supports(family, evidence.census)
            const { classes } = yield* infer(evidence)
            for (const [index, { class: name, label, support: stated }] of classes.entries()) {
              assert.strictEqual(stated, support[index], `${formatRule(rule)} ${name}`)
              assert.strictEqual(label, support[index]! > 0 ? rule.labels[index]! : null, `${formatRule(rule)} ${name}`)
            }
          }
        })
      )
    }

    it.effect("a complete estimate names the rule and its range is that rule", () =>
      Effect.gen(function* () {
        const { infer } = yield* Inferrer
        const family = families[0]!
        const rule = randomRule(family, "complete")
        const estimate = yield* infer(soupEvidence(rule, "complete", 20))
        assert.strictEqual(estimate.rule, formatRule(rule))
        assert.deepStrictEqual(estimate.range, { min: formatRule(rule), max: formatRule(rule), rules: 1 })
      })
    )

    it.effect("refuses to guess without evidence", () =>
      Effect.gen(function* () {
        const { infer } = yield* Inferrer
        for (const family of families) {
          const rule = randomRule(family, "nothing")
          const nothing = { ...recordSoup(rule, "nothing"), frames: 1 }
          const census = takeCensus(family.neighbourhood, family.states, [observeAll(nothing)])
          const estimate = yield* infer(gatherEvidence(family, census, certain(rule)))
          assert.isNull(estimate.rule)
          assert.isTrue(estimate.classes.every((c) => c.label === null && c.support === 0))
        }
      })
    )

    for (const rate of [0.01, 0.05, 0.1]) {
      it.effect(`no label is wrong at 0.99 or more with ${100 * rate} % of the cells recorded wrong`, () =>
        Effect.gen(function* () {
          const { infer } = yield* Inferrer
          let sure = 0
          for (const seed of ["noise a", "noise b"]) {
            const rule = randomRule(lifeLike, seed)
            const { classes } = yield* infer(noisyEvidence(rule, seed, rate))
            for (const [index, { class: name, confidence, label }] of classes.entries()) {
              if (label === null || confidence < 0.99) continue
              assert.strictEqual(label, rule.labels[index], `${formatRule(rule)} ${name} at ${confidence}`)
              sure++
            }
          }
          assert.isAbove(sure, 0)
        })
      )
    }

    it.effect("a label exceeds what was asked of it, and a class without one says why", () =>
      Effect.gen(function* () {
        const { infer } = yield* Inferrer
        for (const rate of [0.002, 0.05]) {
          const evidence = noisyEvidence(randomRule(lifeLike, "asked"), "asked", rate)
          const { classes } = yield* infer(evidence)
          for (const [index, { asked = [], class: name, label, open, support }] of classes.entries()) {
            assert.strictEqual(open === undefined, label !== null, name)
            assert.strictEqual(open?.why === "never seen", label === null && support === 0, name)
            if (open?.why === "too few") assert.isAtMost(open.seen, open.needs, name)
            for (const { cells, counted, next } of label === null ? [] : asked) {
              const table = counted === "observations" ? evidence.observed : evidence.predicted
              const row = table.counts.subarray(2 * index, 2 * index + 2)
              assert.isAbove(row[0]! + row[1]!, cells ?? 0, name)
              if (next[label!] != null) assert.isAbove(row[label!]!, next[label!]!, name)
            }
          }
        }
      })
    )

    it.effect("reads nothing that it does not admit, and says the same", () =>
      Effect.gen(function* () {
        const { admit, infer } = yield* Inferrer
        for (const family of families) {
          const evidence = soupEvidence(randomRule(family, "question"), "question", 1)
          assert.isNull(yield* Effect.as(admit({ family, stride: 1 }), null))
          for (const stride of [2, "auto"] as const) {
            const refused = yield* Effect.option(Effect.flip(admit({ family, stride })))
            if (Option.isNone(refused)) continue
            assert.deepStrictEqual(yield* Effect.flip(infer({ ...evidence, stride })), refused.value)
          }
        }
      })
    )

    it.effect("confidence is a probability, and high where the evidence is plain", () =>
      Effect.gen(function* () {
        const { infer } = yield* Inferrer
        const { classes } = yield* infer(soupEvidence(randomRule(families[1]!, "sure"), "sure"))
        for (const { confidence, label, posterior, support } of classes) {
          assert.closeTo(
            posterior.reduce((sum, p) => sum + p, 0),
            1,
            1e-9
          )
          assert.strictEqual(confidence, label === null ? Math.max(...posterior) : posterior[label])
          assert.isTrue(confidence >= 0 && confidence <= 1)
          if (support >= 100) assert.isAbove(confidence, 0.99)
          if (support === 0) assert.isAtMost(confidence, 0.5)
        }
      })
    )
  })
}

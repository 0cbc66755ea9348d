import { Chooser, type Choosing } from "@rulescope/automata"
import { enclosing, expressIn, familiesFor, formatRule, type Neighbourhood, type Rule } from "@rulescope/lattice"
import { assert, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { observeAll, randomRule, recordSoup } from "./rules.ts"
import { families, twoStates } from "./twoStates.ts"

/** All families that a rule's world can belong to, and a large soup of it. */
const questionOf = (rule: Rule, seed: string): Choosing => {
  const { dimension } = rule.family.neighbourhood
  const candidates = familiesFor(twoStates, { states: 2, dimension })
  const [first, ...others] = candidates.map(({ neighbourhood }) => neighbourhood)
  const within: Neighbourhood = enclosing([first!, ...others])
  return { candidates, within, observations: [observeAll(recordSoup(rule, seed, { frames: 24 }))] }
}

/** Laws every chooser keeps: it decides for one of the candidates, in whatever order, and on clean data for the smallest that has the rule. */
export const chooserSuite = <E>(name: string, layer: Layer.Layer<Chooser, E>) => {
  it.layer(layer)(`Chooser: ${name}`, (it) => {
    for (const family of families) {
      it.effect(`${family.id}: finds the smallest family that has the rule, with a score for each`, () =>
        Effect.gen(function* () {
          const { choose } = yield* Chooser
          const rule = randomRule(family, "chosen")
          const question = questionOf(rule, "chosen")
          const { id, scores } = yield* choose(question)
          const smallest = question.candidates.find((one) => expressIn(rule, one) !== null)!
          assert.strictEqual(id, smallest.id, formatRule(rule))
          assert.sameMembers(
            scores.map((score) => score.family),
            question.candidates.map((one) => one.id)
          )
          assert.deepStrictEqual(
            yield* choose({ ...question, candidates: question.candidates.toReversed() }),
            yield* choose(question)
          )
        })
      )
    }

    it.effect("decides for the only candidate", () =>
      Effect.gen(function* () {
        const { choose } = yield* Chooser
        const question = questionOf(randomRule(families[3]!, "alone"), "alone")
        const [alone] = question.candidates
        const decision = yield* choose({ ...question, candidates: [alone!] })
        assert.strictEqual(decision.id, alone!.id)
      })
    )
  })
}

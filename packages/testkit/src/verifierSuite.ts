import { everyNth, formatRule, type Rule, undetermined } from "@rulescope/lattice"
import { type Claim, Verifier } from "@rulescope/automata"
import { assert, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { observeAll, randomRule, recordSoup } from "./rules.ts"
import { families } from "./twoStates.ts"

const withLabel = ({ family, labels }: Rule, index: number, label: number): Rule => ({
  family,
  labels: labels.map((old, i) => (i === index ? label : old))
})

/** A claim of consecutive frames without noise. */
export const plainly = (rule: Rule): Claim => ({ rule, stride: 1, noise: { observation: 0, dynamic: 0 } })

/** Laws every verifier keeps: it accepts the true rule, and sees every flipped label that the frames can show. */
export const verifierSuite = <E>(name: string, layer: Layer.Layer<Verifier, E>) => {
  it.layer(layer)(`Verifier: ${name}`, (it) => {
    for (const family of families) {
      it.effect(`${family.id}: confirms the true rule`, () =>
        Effect.gen(function* () {
          const { verify } = yield* Verifier
          const rule = randomRule(family, "true")
          const verdict = yield* verify(plainly(rule), [observeAll(recordSoup(rule, "true"))])
          assert.strictEqual(verdict.status, "confirmed", formatRule(rule))
          assert.strictEqual(verdict.accuracy, 1)
          assert.strictEqual(verdict.exactTransitions, verdict.transitions)
          assert.strictEqual(verdict.replay?.exact, verdict.replay?.recorded)
        })
      )

      it.effect(`${family.id}: confirms the true rule on every third frame, and no other label that shows there`, () =>
        Effect.gen(function* () {
          const { verify } = yield* Verifier
          const rule = randomRule(family, "strided")
          const whole = recordSoup(rule, "strided", { frames: 13 })
          const every3 = [observeAll(everyNth(whole, 3))]
          const verdict = yield* verify({ ...plainly(rule), stride: 3 }, every3)
          assert.strictEqual(verdict.status, "confirmed", formatRule(rule))
          assert.strictEqual(verdict.replay?.exact, 4)
          const other = withLabel(rule, 0, 1 - rule.labels[0]!)
          assert.strictEqual((yield* verify({ ...plainly(other), stride: 3 }, every3)).status, "refuted")
        })
      )

      it.effect(`${family.id}: refutes a rule with any one label changed`, () =>
        Effect.gen(function* () {
          const { verify } = yield* Verifier
          const rule = randomRule(family, "changed")
          // Two frames of a large soup: every class of the smaller families occurs.
          const observation = observeAll(recordSoup(rule, "changed", { frames: 2, width: 90, height: 90 }))
          const checked = family.classes.map((_, i) => i).filter((i) => family.classes.length < 50 || i % 16 === 0)
          for (const index of checked) {
            const unsure = yield* verify(plainly(withLabel(rule, index, undetermined)), [observation])
            assert.strictEqual(unsure.contradicted, 0)
            const wrong = yield* verify(plainly(withLabel(rule, index, 1 - rule.labels[index]!)), [observation])
            // Exactly the cells left open by an undetermined class contradict the opposite label.
            assert.strictEqual(wrong.contradicted, unsure.undecided)
            assert.strictEqual(wrong.status, unsure.undecided > 0 ? "refuted" : "confirmed")
            for (const cell of wrong.contradictions) assert.strictEqual(cell.class, family.classes[index]!.name)
          }
        })
      )
    }

    it.effect("is inconclusive when there is nothing to verify on, or nothing is decided", () =>
      Effect.gen(function* () {
        const { verify } = yield* Verifier
        const rule = randomRule(families[1]!, "open")
        assert.strictEqual((yield* verify(plainly(rule), [])).status, "inconclusive")
        const open = { family: rule.family, labels: rule.labels.map(() => undetermined) }
        const verdict = yield* verify(plainly(open), [observeAll(recordSoup(rule, "open"))])
        assert.strictEqual(verdict.status, "inconclusive")
        assert.isAbove(verdict.undecided, 0)
      })
    )
  })
}

import { lifeLike, ruleTable, type Rule } from "@rulescope/lattice"
import { Augmenter, patternCounts, type Sample, sampleOf, weightedCensus } from "@rulescope/automata"
import { assert, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { observeAll, randomRule, recordSoup } from "./rules.ts"

const pairsContradicting = (rule: Rule, samples: ReadonlyArray<Sample>): number => {
  const { counts, states } = weightedCensus(rule.family.neighbourhood, rule.family.states, samples)
  const table = ruleTable(rule)
  let wrong = 0
  for (let i = 0; i < counts.length; i++) if (i % states !== table[Math.floor(i / states)]) wrong += counts[i]!
  return wrong
}

/** Laws every augmenter keeps: the seed decides, its input stays as it was, and clean pairs stay valid pairs. */
export const augmenterSuite = <E>(name: string, layer: Layer.Layer<Augmenter, E>) => {
  it.layer(layer)(`Augmenter: ${name}`, (it) => {
    const rule = randomRule(lifeLike, "augment")
    const samples = () => ["a", "b"].map((seed) => sampleOf(observeAll(recordSoup(rule, seed))))

    it.effect("the same seed gives the same samples", () =>
      Effect.gen(function* () {
        const { augment } = yield* Augmenter
        assert.deepStrictEqual(yield* augment(samples(), "s"), yield* augment(samples(), "s"))
      })
    )

    it.effect("leaves what it was given as it was", () =>
      Effect.gen(function* () {
        const { augment } = yield* Augmenter
        const given = samples()
        yield* augment(given, "s")
        assert.deepStrictEqual(given, samples())
      })
    )

    it.effect("every pair with an observed outcome is still what the rule does", () =>
      Effect.gen(function* () {
        const { augment } = yield* Augmenter
        assert.strictEqual(pairsContradicting(rule, yield* augment(samples(), "s")), 0)
      })
    )

    it.effect("has one finite weight ≥ 0 for every transition, and changes what its purpose names", () =>
      Effect.gen(function* () {
        const { augment, purpose } = yield* Augmenter
        const after = yield* augment(samples(), "s")
        for (const { transitions, weights } of after) {
          assert.strictEqual(weights.length, transitions.length)
          assert.isTrue(weights.every((weight) => Number.isFinite(weight) && weight >= 0))
        }
        const { neighbourhood, states } = lifeLike
        const view = (given: ReadonlyArray<Sample>) =>
          purpose === "training"
            ? weightedCensus(neighbourhood, states, given).counts
            : patternCounts(neighbourhood, states, given)
        assert.notDeepEqual(view(after), view(samples()))
      })
    )
  })
}

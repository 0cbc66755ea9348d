import { lifeLike, takeCensus } from "@rulescope/lattice"
import { augmenterSuite, observeAll, randomRule, recordSoup } from "@rulescope/testkit"
import { assert, it } from "@effect/vitest"
import { Augmenter, sampleOf, weightedCensus } from "@rulescope/automata"
import { Effect } from "effect"
import { earlyRounds } from "../src/index.ts"
import { weightOf } from "../src/EarlyRounds.ts"

augmenterSuite("early-rounds", earlyRounds.layer({ rounds: 2, factor: 5, decay: 0.5 }))

it("weights fall from the factor to 1 as the decay says", () => {
  const config = { rounds: 2, factor: 5, decay: 0.5 }
  assert.deepStrictEqual(
    [0, 1, 2, 3, 4].map((t) => weightOf(config, t)),
    [5, 5, 3, 2, 1.5]
  )
  assert.deepStrictEqual(
    [0, 1, 2, 3].map((t) => weightOf({ ...config, decay: 0 }, t)),
    [5, 5, 1, 1]
  )
})

it.effect("the weighted census is the sum of the transitions' censuses times their weights", () =>
  Effect.gen(function* () {
    const observation = observeAll(recordSoup(randomRule(lifeLike, "w"), "w", { frames: 5 }))
    const { augment } = yield* Augmenter
    const after = weightedCensus(lifeLike.neighbourhood, 2, yield* augment([sampleOf(observation)], "s"))
    const expected = new Float64Array(1024)
    for (const [i, t] of [0, 1, 2, 3].entries()) {
      const { counts } = takeCensus(lifeLike.neighbourhood, 2, [{ ...observation, transitions: [t] }])
      for (let k = 0; k < 1024; k++) expected[k]! += [3, 2, 1.5, 1.25][i]! * counts[k]!
    }
    assert.deepStrictEqual([...after.counts], [...expected])
  }).pipe(Effect.provide(earlyRounds.layer({ rounds: 1, factor: 3, decay: 0.5 })))
)

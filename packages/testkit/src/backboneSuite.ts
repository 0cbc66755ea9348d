import { emptyCensus, observedPatterns, takeCensus } from "@rulescope/lattice"
import { Backbone, decodeModel, encodeModel, predictedStates, RunEvent, Reporter } from "@rulescope/automata"
import { assert, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { observeAll, randomRule, recordSoup } from "./rules.ts"
import { families } from "./twoStates.ts"

/**
 * Laws every backbone keeps. `tensors` counts the tensors alive; `families` are those whose rules it can
 * represent, the first of them is used for the laws that need one only.
 */
export const backboneSuite = <E>(
  name: string,
  layer: Layer.Layer<Backbone, E>,
  tensors: Effect.Effect<number>,
  supported: ReadonlyArray<(typeof families)[number]> = families
) => {
  const censusOf = (family: (typeof families)[number], seed: string) => {
    const rule = randomRule(family, seed)
    return { rule, census: takeCensus(family.neighbourhood, family.states, [observeAll(recordSoup(rule, seed))]) }
  }
  const family = supported[0]!

  it.layer(layer, { timeout: "60 seconds" })(`Backbone: ${name}`, (it) => {
    for (const one of supported) {
      it.effect(`${one.id}: learns every observed pattern of a random rule`, () =>
        Effect.gen(function* () {
          const { fit, predict } = yield* Backbone
          const { census, rule } = censusOf(one, "learn")
          const model = yield* fit(census, "seed")
          assert.isTrue(model.info.allPatternsRight)
          const seen = observedPatterns(census)
          const best = predictedStates(yield* predict(model, seen), census.states)
          for (const [index, pattern] of seen.entries()) {
            assert.strictEqual(best[index], rule.labels[one.partition![pattern]!], `pattern ${pattern}`)
          }
        })
      )
    }

    it.effect("predicts probabilities of the declared shape, for patterns never seen too", () =>
      Effect.gen(function* () {
        const { fit, predict } = yield* Backbone
        const { census } = censusOf(family, "shape")
        const all = Array.from({ length: census.counts.length / census.states }, (_, pattern) => pattern)
        const probabilities = yield* predict(yield* fit(census, "seed"), all)
        assert.strictEqual(probabilities.length, all.length * census.states)
        for (const pattern of all) {
          const row = probabilities.subarray(pattern * census.states, (pattern + 1) * census.states)
          assert.closeTo(
            row.reduce((sum, p) => sum + p, 0),
            1,
            1e-5
          )
        }
      })
    )

    it.effect("the same seed gives the same weights, another seed others", () =>
      Effect.gen(function* () {
        const { fit } = yield* Backbone
        const { census } = censusOf(family, "seeds")
        const first = encodeModel(yield* fit(census, "one"))
        assert.deepStrictEqual(encodeModel(yield* fit(census, "one")), first)
        assert.notDeepEqual(encodeModel(yield* fit(census, "two")), first)
      })
    )

    it.effect("a model kept as bytes predicts the same", () =>
      Effect.gen(function* () {
        const { fit, predict } = yield* Backbone
        const { census } = censusOf(family, "bytes")
        const model = yield* fit(census, "seed")
        const patterns = observedPatterns(census)
        assert.deepStrictEqual(
          yield* predict(decodeModel(encodeModel(model)), patterns),
          yield* predict(model, patterns)
        )
      })
    )

    it.effect("refuses a model that lacks an array of its configuration, or has one of another shape", () =>
      Effect.gen(function* () {
        const { fit, predict } = yield* Backbone
        const model = yield* fit(censusOf(family, "misfit").census, "seed")
        for (const [at, { name, shape }] of model.weights.entries()) {
          const without = model.weights.toSpliced(at, 1)
          const other = model.weights.with(at, { name, shape: [...shape, 1], values: model.weights[at]!.values })
          for (const weights of [without, other]) {
            const { _tag } = yield* Effect.flip(predict({ ...model, weights }, [0]))
            assert.strictEqual(_tag, "BackboneError", name)
          }
        }
      })
    )

    it.effect("reports progress, and leaves no tensor behind", () =>
      Effect.gen(function* () {
        const { fit, predict } = yield* Backbone
        const { census } = censusOf(family, "leak")
        // Compiles and uploads what a backend keeps for good.
        yield* predict(yield* fit(census, "warm"), [0])
        const before = yield* tensors
        const events: Array<RunEvent> = []
        const model = yield* fit(census, "seed").pipe(
          Effect.provideService(Reporter, (event) => Effect.sync(() => void events.push(event)))
        )
        yield* predict(model, observedPatterns(census))
        assert.strictEqual(yield* tensors, before)
        const last = events.findLast((event) => event._tag === "TrainingProgressed")
        assert.strictEqual(
          last?._tag === "TrainingProgressed" ? last.patternsRight : -1,
          observedPatterns(census).length
        )
      })
    )

    it.effect("contradicting outcomes end at the majority", () =>
      Effect.gen(function* () {
        const { fit, predict } = yield* Backbone
        const census = emptyCensus(family.neighbourhood, family.states)
        const { rule } = censusOf(family, "majority")
        for (let pattern = 0; pattern < family.partition!.length; pattern++) {
          const label = rule.labels[family.partition![pattern]!]!
          for (let next = 0; next < family.states; next++)
            census.counts[pattern * family.states + next] = next === label ? 90 : 10
        }
        const model = yield* fit(census, "seed")
        const best = predictedStates(yield* predict(model, observedPatterns(census)), census.states)
        for (const [pattern, state] of best.entries())
          assert.strictEqual(state, rule.labels[family.partition![pattern]!])
      })
    )
  })
}

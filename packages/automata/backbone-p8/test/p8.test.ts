import {
  actionOn,
  type Census,
  decodePattern,
  elementary,
  emptyCensus,
  encodePattern,
  formatRule,
  isotropic,
  lifeLike,
  moore,
  move,
  observedPatterns,
  orbitsOf,
  readRule,
  type Rule,
  ruleTable,
  takeCensus,
  vonNeumann
} from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { Backbone, decodeModel, encodeModel, predictedStates, sampleOf } from "@rulescope/automata"
import { Backend } from "@rulescope/tensor"
import { backboneSuite, observeAll, recordSoup, twoStates } from "@rulescope/testkit"
import { assert, it } from "@effect/vitest"
import { Effect, Layer, Schema } from "effect"
import { Config, p8 } from "../src/index.ts"

const p8On = (backend: "wasm" | "cpu", change: Partial<typeof Config.Encoded> = {}) =>
  p8.layer(Schema.decodeSync(Config)(change)).pipe(Layer.provideMerge(Backend.layer(backend)))

const tensors = Effect.flatMap(Backend.Backend, ({ use }) => use).pipe(
  Effect.map(({ tf }) => tf.memory().numTensors),
  Effect.orDie
)

backboneSuite("p8 on wasm", p8On("wasm"), Effect.provide(tensors, p8On("wasm")), [lifeLike])

const ruleOf = (text: string): Rule => {
  const read = readRule(twoStates, text)
  if (!read.ok) throw new Error(text)
  return read.value
}

const randomRule = (family: Rule["family"], seed: string): Rule => {
  const random = makeRandom(seed)
  return { family, labels: Uint8Array.from(family.classes, () => random.below(family.states)) }
}

/** Every pattern with its own random number of observations, some of them misfires. */
const censusOf = (labels: ArrayLike<number>, seed: string, misfire = 0): Census => {
  const random = makeRandom(seed)
  const census = emptyCensus(moore(1), 2)
  for (let pattern = 0; pattern < 512; pattern++) {
    for (let cell = 1 + random.below(60); cell > 0; cell--) {
      census.counts[2 * pattern + (random.uniform() < misfire ? 1 - labels[pattern]! : labels[pattern]!)]! += 1
    }
  }
  return census
}

const ring = actionOn("C8", moore(1))!
const all = Array.from({ length: 512 }, (_, pattern) => pattern)
const movedBy = (g: number) => all.map((pattern) => encodePattern(move(ring, g, decodePattern(pattern, 9, 2)), 2))

for (const [backend, width] of [
  ["wasm", 16],
  ["cpu", 6]
] as const) {
  it.effect(`predicts the same for a pattern and its eighth turns, to the last bit, on ${backend}`, () =>
    Effect.gen(function* () {
      const { fit, predict } = yield* Backbone
      const model = yield* fit(censusOf(ruleTable(ruleOf("B36/S23")), "moved"), "moved")
      assert.isTrue(model.info.allPatternsRight)
      for (const one of [model, decodeModel(encodeModel(model))]) {
        const still = yield* predict(one, all)
        for (const g of [1, 2, 3, 4, 5, 6, 7]) assert.deepStrictEqual(yield* predict(one, movedBy(g)), still)
      }
    }).pipe(Effect.provide(p8On(backend, { width })))
  )
}

it.layer(p8On("wasm"))("p8", (it) => {
  for (const text of ["B3/S23", "B3678/S34678", "B1357/S1357", "B2/S", "B35678/S5678", "B0145/S01234"]) {
    it.effect(`learns ${text}`, () =>
      Effect.gen(function* () {
        const { fit, predict } = yield* Backbone
        const table = ruleTable(ruleOf(text))
        const model = yield* fit(censusOf(table, text), "seed")
        assert.deepStrictEqual(predictedStates(yield* predict(model, all), 2), table)
      })
    )
  }

  it.effect("learns any labelling of its 72 orbits, from one pattern of each", () =>
    Effect.gen(function* () {
      const { fit, predict } = yield* Backbone
      const random = makeRandom("orbits")
      const { of, representatives } = orbitsOf(ring, 2)
      const labels = representatives.map(() => random.below(2))
      const census = emptyCensus(moore(1), 2)
      for (const [orbit, pattern] of representatives.entries()) census.counts[2 * pattern + labels[orbit]!] = 1
      const model = yield* fit(census, "seed")
      const best = predictedStates(yield* predict(model, all), 2)
      assert.deepStrictEqual(
        [...best],
        Array.from(of, (orbit) => labels[orbit]!)
      )
    })
  )

  it.effect("says which orbit contradicts an isotropic rule, and what to use", () =>
    Effect.gen(function* () {
      const { fit } = yield* Backbone
      const error = yield* Effect.flip(fit(censusOf(ruleTable(ruleOf("B2c/S")), "isotropic"), "seed"))
      assert.match(
        error.message,
        /^p8: p8 cannot represent this rule: orbit 000\/000\/101 has both outcomes \(0 seen \d+ times after 000\/001\/010 and 3 more, 1 seen \d+ times after 000\/000\/101 and 3 more\); contradicting orbits: 1 of 72; use the backbone "p4"$/
      )
    })
  )

  it.effect("goes on where noise explains the disagreement, and learns the rule behind it", () =>
    Effect.gen(function* () {
      const { fit, predict } = yield* Backbone
      const table = ruleTable(randomRule(lifeLike, "noisy"))
      const model = yield* fit(censusOf(table, "noisy", 0.2), "seed")
      assert.deepStrictEqual(predictedStates(yield* predict(model, all), 2), table)
      assert.strictEqual(model.info.attempts, 1)
    })
  )

  it.effect("refuses neighbourhoods without full rings", () =>
    Effect.gen(function* () {
      const { fit } = yield* Backbone
      for (const cells of [elementary.neighbourhood, vonNeumann(1)]) {
        const census = emptyCensus(cells, 2)
        census.counts[0] = 1
        assert.strictEqual(
          (yield* Effect.flip(fit(census, "seed"))).message,
          `p8: eighth turns do not map the neighbourhood ${cells.id} onto itself; use the backbone "cnn"`
        )
      }
    })
  )
})

it.layer(p8On("wasm", { action: "interpolated" }))("p8, interpolated", (it) => {
  it.effect("learns a life-like rule; quarter turns exact, eighth turns not", () =>
    Effect.gen(function* () {
      const { fit, predict } = yield* Backbone
      const table = ruleTable(ruleOf("B36/S23"))
      const model = yield* fit(censusOf(table, "interpolated"), "seed")
      const still = yield* predict(model, all)
      assert.deepStrictEqual(predictedStates(still, 2), table)
      assert.deepStrictEqual(yield* predict(model, movedBy(2)), still)
      const eighth = yield* predict(model, movedBy(1))
      assert.isAbove(Math.max(...eighth.map((p, i) => Math.abs(p - still[i]!))), 1e-4)
    })
  )

  it.effect("can represent rules that eighth turns change, as it is exact under quarter turns only", () =>
    Effect.gen(function* () {
      const { fit } = yield* Backbone
      const rule = randomRule(isotropic, "beyond")
      const census = censusOf(ruleTable(rule), "beyond")
      const model = yield* fit(census, "seed")
      assert.isTrue(model.info.allPatternsRight, formatRule(rule))
      assert.strictEqual(observedPatterns(census).length, 512)
    })
  )
})

it.live("a 5×5 kernel learns from 5×5 patches", () =>
  Effect.gen(function* () {
    const rule = randomRule(lifeLike, "wide")
    const observation = observeAll(recordSoup(rule, "wide", { frames: 5, height: 20, width: 20 }))
    const { fit, predict } = yield* Backbone
    const census = takeCensus(moore(1), 2, [observation])
    const model = yield* fit(census, "seed", [sampleOf(observation)])
    assert.deepInclude(model.info, { field: "moore-2", trainedOn: "census" })
    const best = predictedStates(yield* predict(model, all), 2)
    const seen = observedPatterns(census)
    const right = seen.filter((pattern) => best[pattern] === ruleTable(rule)[pattern]).length
    assert.isAtLeast(right, 0.9 * seen.length)
  }).pipe(Effect.provide(p8On("wasm", { width: 8, kernel: 5 })))
)

import {
  type Census,
  decodePattern,
  elementary,
  emptyCensus,
  encodePattern,
  isotropic,
  lifeLike,
  map,
  moore,
  observedPatterns,
  quarterTurn,
  type Rule,
  ruleTable,
  takeCensus,
  vonNeumann
} from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { Backbone, decodeModel, encodeModel, predictedStates, sampleOf } from "@rulescope/automata"
import { Backend } from "@rulescope/tensor"
import { backboneSuite, observeAll, recordSoup } from "@rulescope/testkit"
import { assert, it } from "@effect/vitest"
import { Effect, Layer, Schema } from "effect"
import { Config, p4 } from "../src/index.ts"

const p4On = (backend: "wasm" | "cpu", change: Partial<typeof Config.Encoded> = {}) =>
  p4.layer(Schema.decodeSync(Config)(change)).pipe(Layer.provideMerge(Backend.layer(backend)))

const tensors = Effect.flatMap(Backend.Backend, ({ use }) => use).pipe(
  Effect.map(({ tf }) => tf.memory().numTensors),
  Effect.orDie
)

backboneSuite("p4 on wasm", p4On("wasm"), Effect.provide(tensors, p4On("wasm")), [isotropic, lifeLike])

const randomRule = (family: Rule["family"], seed: string): Rule => {
  const random = makeRandom(seed)
  return { family, labels: Uint8Array.from(family.classes, () => random.below(family.states)) }
}

/** Every pattern with its own random number of observations, some of them misfires. */
const censusOf = (rule: Rule, seed: string, misfire = 0): Census => {
  const random = makeRandom(seed)
  const census = emptyCensus(rule.family.neighbourhood, rule.family.states)
  for (const [pattern, next] of ruleTable(rule).entries()) {
    for (let cell = 1 + random.below(60); cell > 0; cell--) {
      census.counts[2 * pattern + (random.uniform() < misfire ? 1 - next : next)]! += 1
    }
  }
  return census
}

const all = Array.from({ length: 512 }, (_, pattern) => pattern)
const turned = all.map((pattern) => {
  const cells = decodePattern(pattern, 9, 2)
  return encodePattern(
    quarterTurn(moore(1)).map((i) => cells[i]!),
    2
  )
})

for (const [backend, width] of [
  ["wasm", 16],
  ["cpu", 8]
] as const) {
  it.effect(`predicts the same for a pattern and its quarter turns, to the last bit, on ${backend}`, () =>
    Effect.gen(function* () {
      const { fit, predict } = yield* Backbone
      const model = yield* fit(censusOf(randomRule(isotropic, "turned"), "turned"), "turned")
      assert.isTrue(model.info.allPatternsRight)
      for (const one of [model, decodeModel(encodeModel(model))]) {
        assert.deepStrictEqual(yield* predict(one, turned), yield* predict(one, all))
      }
    }).pipe(Effect.provide(p4On(backend, { width })))
  )
}

it.layer(p4On("wasm"))("p4", (it) => {
  it.effect("learns a rule that quarter turns leave alone and mirrors do not", () =>
    Effect.gen(function* () {
      const { fit, predict } = yield* Backbone
      const random = makeRandom("chiral")
      const labels = new Uint8Array(512).fill(255)
      for (const pattern of all) {
        if (labels[pattern] !== 255) continue
        const label = random.below(2)
        for (let p = pattern, turn = 0; turn < 4; turn++, p = turned[p]!) labels[p] = label
      }
      const census = emptyCensus(moore(1), 2)
      for (const pattern of all) census.counts[2 * pattern + labels[pattern]!] = 5
      const model = yield* fit(census, "chiral")
      assert.isTrue(model.info.allPatternsRight)
      assert.deepStrictEqual(predictedStates(yield* predict(model, all), 2), labels)
    })
  )

  it.effect("says which orbit contradicts a rule without the symmetry, and what to use", () =>
    Effect.gen(function* () {
      const { fit } = yield* Backbone
      const error = yield* Effect.flip(fit(censusOf(randomRule(map, "free"), "free"), "seed"))
      assert.match(
        error.message,
        /^p4: p4 cannot represent this rule: orbit [01/]{11} has both outcomes \(0 seen \d+ times after [01/]{11}.*, 1 seen \d+ times after .*\); contradicting orbits: \d+ of 140; use the backbone "cnn"$/
      )
    })
  )

  it.effect("goes on where noise explains the disagreement, and learns the rule behind it", () =>
    Effect.gen(function* () {
      const { fit, predict } = yield* Backbone
      const rule = randomRule(isotropic, "noisy")
      const model = yield* fit(censusOf(rule, "noisy", 0.1), "seed")
      assert.deepStrictEqual(predictedStates(yield* predict(model, all), 2), ruleTable(rule))
      assert.strictEqual(model.info.attempts, 1)
    })
  )

  it.effect("refuses neighbourhoods that do not turn, an empty census and another backbone's model", () =>
    Effect.gen(function* () {
      const { fit, predict } = yield* Backbone
      const line = yield* Effect.flip(fit(censusOf(randomRule(elementary, "line"), "line"), "seed"))
      assert.strictEqual(
        line.message,
        'p4: quarter turns do not map the neighbourhood line-1 onto itself; use the backbone "cnn"'
      )
      assert.match((yield* Effect.flip(fit(emptyCensus(moore(1), 2), "seed"))).message, /the census is empty/)
      const model = yield* fit(censusOf(randomRule(lifeLike, "foreign"), "foreign"), "seed")
      const foreign = yield* Effect.flip(predict({ ...model, info: { ...model.info, backbone: "p8" } }, [0]))
      assert.match(foreign.message, /trained by "p8"/)
    })
  )

  it.effect("learns three states on the von Neumann neighbourhood", () =>
    Effect.gen(function* () {
      const { fit, predict } = yield* Backbone
      const census = emptyCensus(vonNeumann(1), 3)
      // The sum of the cells modulo 3: symmetric, and far from linear.
      const sum = (pattern: number) => decodePattern(pattern, 5, 3).reduce((a, b) => a + b, 0) % 3
      for (let pattern = 0; pattern < 243; pattern++) census.counts[3 * pattern + sum(pattern)] = 2
      const model = yield* fit(census, "three")
      const seen = observedPatterns(census)
      assert.deepStrictEqual([...predictedStates(yield* predict(model, seen), 3)], seen.map(sum))
    })
  )
})

for (const change of [
  { activation: "relu" },
  { activation: "prelu" },
  { activation: "poly2" },
  { activation: "tanh" },
  { activation: "square" },
  { depth: 0, width: 32 },
  { depth: 2 }
] as const) {
  it.effect(`learns with ${JSON.stringify(change)}`, () =>
    Effect.gen(function* () {
      const model = yield* (yield* Backbone).fit(censusOf(randomRule(lifeLike, "variants"), "variants"), "seed")
      assert.isTrue(model.info.allPatternsRight)
    }).pipe(Effect.provide(p4On("wasm", change)))
  )
}

for (const change of [{ kernel: 5 }, { convolutions: 2 }] as const) {
  it.live(`${JSON.stringify(change)} learns from 5×5 patches`, () =>
    Effect.gen(function* () {
      const rule = randomRule(isotropic, "wide")
      const observation = observeAll(recordSoup(rule, "wide", { frames: 5, height: 20, width: 20 }))
      const { fit, predict } = yield* Backbone
      const census = takeCensus(moore(1), 2, [observation])
      const model = yield* fit(census, "seed", [sampleOf(observation)])
      assert.deepInclude(model.info, { field: "moore-2", trainedOn: "census" })
      const best = predictedStates(yield* predict(model, all), 2)
      const seen = observedPatterns(census)
      const right = seen.filter((pattern) => best[pattern] === ruleTable(rule)[pattern]).length
      assert.isAtLeast(right, 0.9 * seen.length)
    }).pipe(Effect.provide(p4On("wasm", { width: 8, ...change })))
  )
}

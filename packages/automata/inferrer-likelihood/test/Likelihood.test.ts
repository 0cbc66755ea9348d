import {
  cellStep,
  elementary,
  formatRule,
  isotropic,
  lifeLike,
  type Recording,
  takeCensus,
  unobserved
} from "@rulescope/lattice"
import { HiddenPatterns } from "@rulescope/noise"
import { makeRandom } from "@rulescope/random"
import { certain, inferrerSuite, observeAll, randomRule, recordSoup } from "@rulescope/testkit"
import { assert, describe, it } from "@effect/vitest"
import { gatherEvidence, Inferrer } from "@rulescope/automata"
import { Effect } from "effect"
import { likelihood } from "../src/index.ts"
import { posteriorOf } from "../src/posterior.ts"

const config = {
  claim: 0.99,
  observationNoise: null as number | null,
  dynamicNoise: null as number | null,
  evidence: "observations" as "predictions" | "observations" | "both",
  cells: 262144,
  temper: 10,
  seed: "test"
}

inferrerSuite("likelihood", likelihood.layer(config))
inferrerSuite("likelihood of predictions", likelihood.layer({ ...config, evidence: "predictions" }))

/** Every recorded cell wrong with probability ε. */
const noisy = (recording: Recording, rate: number, seed: string): Recording => {
  const random = makeRandom(seed)
  return { ...recording, cells: recording.cells.map((cell) => (random.uniform() < rate ? 1 - cell : cell)) }
}

const infer = (rule: Parameters<typeof certain>[0], recording: Recording, changes: Partial<typeof config> = {}) => {
  const observations = [observeAll(recording)]
  const census = takeCensus(rule.family.neighbourhood, 2, observations)
  return Effect.flatMap(Inferrer, (inferrer) =>
    inferrer.infer(gatherEvidence(rule.family, census, certain(rule), { observations }))
  ).pipe(Effect.provide(likelihood.layer({ ...config, ...changes })))
}

describe("under observation noise", () => {
  it.effect.each([0.01, 0.05])("finds random Life-like rules and the noise, ε = %s", (rate) =>
    Effect.gen(function* () {
      for (const seed of ["a", "b", "c"]) {
        const rule = randomRule(lifeLike, seed)
        const recording = recordSoup(rule, seed, { frames: 16, width: 64, height: 64 })
        const clean = takeCensus(lifeLike.neighbourhood, 2, [observeAll(recording)])
        const support = gatherEvidence(lifeLike, clean, certain(rule)).observed.counts
        const estimate = yield* infer(rule, noisy(recording, rate, seed))
        assert.closeTo(estimate.noise.observation, rate, 0.2 * rate)
        for (const [index, { class: name, label }] of estimate.classes.entries()) {
          if (label !== null) assert.strictEqual(label, rule.labels[index]!, `${formatRule(rule)} ${name}`)
          if (support[2 * index]! + support[2 * index + 1]! >= 1000)
            assert.isNotNull(label, `${formatRule(rule)} ${name}`)
        }
      }
    })
  )

  it.effect("misfiring transitions are told apart from wrongly recorded cells", () =>
    Effect.gen(function* () {
      const rule = randomRule(lifeLike, "misfire")
      const random = makeRandom("misfire")
      const [width, height, frames] = [64, 64, 24]
      const cells = new Uint8Array(frames * 4096)
      const step = cellStep(rule, width, height, "torus")
      for (let i = 0; i < 4096; i++) cells[i] = random.below(2)
      for (let t = 1; t < frames; t++) {
        const next = cells.subarray(t * 4096, (t + 1) * 4096)
        step(cells.subarray((t - 1) * 4096, t * 4096), next)
        for (let i = 0; i < 4096; i++) if (random.uniform() < 0.03) next[i]! ^= 1
      }
      const recording = { ...recordSoup(rule, "x"), width, height, frames, cells }
      const { noise } = yield* infer(rule, recording)
      assert.closeTo(noise.dynamic, 0.03, 0.006)
      assert.isBelow(noise.observation, 0.003)
    })
  )
})

describe("masked cells", () => {
  it.effect("classes never seen whole are read from what was seen of them, and not from nothing", () =>
    Effect.gen(function* () {
      let read = 0
      for (const seed of ["a", "b", "c"]) {
        const rule = randomRule(isotropic, seed)
        const recording = recordSoup(rule, seed, { frames: 6, width: 32, height: 32 })
        const random = makeRandom(`mask ${seed}`)
        const cells = recording.cells.map((cell) => (random.uniform() < 0.3 ? unobserved : cell))
        const { classes } = yield* infer(rule, { ...recording, cells })
        const whole = yield* infer(rule, recording)
        for (const [index, { class: name, label, support }] of classes.entries()) {
          if (label !== null) assert.strictEqual(label, rule.labels[index]!, `${seed} ${name}`)
          if (support === 0 && label !== null) read++
          if (whole.classes[index]!.support === 0) assert.isNull(label, `${seed} ${name} never occurs`)
        }
      }
      assert.isAbove(read, 5)
    })
  )
})

describe("which evidence", () => {
  it.effect("predictions, observations and both agree on a plain recording, and each says what it read", () =>
    Effect.gen(function* () {
      const rule = randomRule(lifeLike, "evidence")
      const recording = noisy(recordSoup(rule, "evidence", { frames: 12, width: 48, height: 48 }), 0.01, "evidence")
      for (const evidence of ["predictions", "observations", "both"] as const) {
        const { classes, used } = yield* infer(rule, recording, { evidence })
        assert.strictEqual(used.evidence, evidence)
        for (const [index, { label }] of classes.entries())
          if (label !== null) assert.strictEqual(label, rule.labels[index])
        assert.isAbove(classes.filter(({ label }) => label !== null).length, 12)
      }
    })
  )

  it.effect("predictions say nothing of a class that was never recorded, however often the network is asked", () =>
    Effect.gen(function* () {
      const rule = randomRule(lifeLike, "asked")
      const recording = recordSoup(rule, "asked", { frames: 2, width: 16, height: 16 })
      const observations = [observeAll(recording)]
      const census = takeCensus(lifeLike.neighbourhood, 2, observations)
      const asked = new Float64Array(512).fill(1000)
      const evidence = gatherEvidence(lifeLike, census, certain(rule), { asked, observations })
      const { classes } = yield* Effect.flatMap(Inferrer, (inferrer) => inferrer.infer(evidence)).pipe(
        Effect.provide(likelihood.layer({ ...config, evidence: "predictions" }))
      )
      assert.isTrue(classes.some(({ support }) => support === 0))
      for (const [index, { label, support }] of classes.entries()) {
        if (support === 0) assert.isNull(label)
        else assert.strictEqual(label, rule.labels[index])
      }
    })
  )

  it.effect("a label on which network and frames disagree is left open by both", () =>
    Effect.gen(function* () {
      const rule = randomRule(lifeLike, "disagree")
      const recording = recordSoup(rule, "disagree", { frames: 12, width: 48, height: 48 })
      const other = { ...rule, labels: rule.labels.map((label, index) => (index === 3 ? 1 - label : label)) }
      const observations = [observeAll(recording)]
      const census = takeCensus(lifeLike.neighbourhood, 2, observations)
      const evidence = gatherEvidence(lifeLike, census, certain(other), { observations })
      const estimate = yield* Effect.flatMap(Inferrer, (inferrer) => inferrer.infer(evidence)).pipe(
        Effect.provide(likelihood.layer({ ...config, evidence: "both" }))
      )
      assert.isNull(estimate.classes[3]!.label)
      assert.strictEqual(estimate.classes[4]!.label, rule.labels[4])
      assert.strictEqual(estimate.range.rules, 2)
    })
  )
})

describe("the likelihood", () => {
  const rule = randomRule(elementary, "direct")
  const recording = noisy(recordSoup(rule, "direct", { frames: 6, width: 60 }), 0.05, "direct")
  const census = takeCensus(elementary.neighbourhood, 2, [observeAll(recording)])

  it("of a labelling agrees with the sum over hidden patterns written out", () => {
    const noise = { observation: 0.07, dynamic: 0.02 }
    const model = new HiddenPatterns(elementary, census, noise)
    for (let index = 0; index < 8; index++) model.setLabel(index, rule.labels[index]!)
    const weights = model.weights.slice()
    let expected = 0
    for (let seen = 0; seen < 8; seen++) {
      for (const outcome of [0, 1]) {
        let sum = 0
        for (let hidden = 0; hidden < 8; hidden++) {
          let p = weights[hidden]!
          for (let i = 0; i < 3; i++) p *= ((hidden ^ seen) >> i) & 1 ? 0.07 : 0.93
          // Wrong when either the transition misfires or the record is wrong, but not both.
          const wrong = 0.07 * 0.98 + 0.93 * 0.02
          sum += p * (rule.labels[hidden] === outcome ? 1 - wrong : wrong)
        }
        expected += census.counts[2 * seen + outcome]! * Math.log(sum)
      }
    }
    assert.closeTo(model.step(), expected, 1e-6 * Math.abs(expected))
  })

  it("never falls while patterns, labels and noise are fitted", () => {
    const model = new HiddenPatterns(elementary, census, { observation: 0.1, dynamic: 0 })
    let before = -Infinity
    for (let i = 0; i < 60; i++) {
      const now = model.step({ labels: true, observation: true })
      assert.isAtLeast(now, before - 1e-3 * Math.abs(now))
      before = now
    }
    assert.closeTo(
      model.weights.reduce((sum, weight) => sum + weight, 0),
      1,
      1e-9
    )
  })

  it("becomes a posterior that sums to 1 and favours the smallest lead", () => {
    const posterior = posteriorOf(new Float64Array([0, 46, 5, 0]), 2, 10)
    assert.closeTo(posterior[0]!, 1 / (1 + Math.exp(-4.6)), 1e-12)
    assert.closeTo(posterior[2]! + posterior[3]!, 1, 1e-12)
    assert.isAbove(posterior[3]!, posterior[2]!)
  })
})

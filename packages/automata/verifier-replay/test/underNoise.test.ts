import { formatRule, isotropic, lifeLike, type Recording, type Rule, ruleTable, takeCensus } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { observeAll, plainly, randomRule, recordSoup } from "@rulescope/testkit"
import { assert, describe, it } from "@effect/vitest"
import { attainable, expectedAccuracy } from "../src/expectation.ts"
import { judge } from "../src/judge.ts"
import { UnderNoise } from "../src/underNoise.ts"

const terms = { tolerance: 0, listed: 50 }

const noisy = (recording: Recording, rate: number, seed: string): Recording => {
  const random = makeRandom(seed)
  return { ...recording, cells: recording.cells.map((cell) => (random.uniform() < rate ? 1 - cell : cell)) }
}

const claimed = (rule: Rule, observation: number) => ({ ...plainly(rule), noise: { observation, dynamic: 0 } })

const withLabel = ({ family, labels }: Rule, index: number): Rule => ({
  family,
  labels: labels.with(index, 1 - labels[index]!)
})

describe("with noise stated", () => {
  it.each([0.01, 0.05, 0.1])("true rules reach what is expected of them, ε = %s", (rate) => {
    for (const family of [lifeLike, isotropic]) {
      for (const seed of ["a", "b", "c", "d"]) {
        const rule = randomRule(family, `${seed}${rate}`)
        const recording = noisy(recordSoup(rule, seed, { frames: 12, width: 64, height: 48 }), rate, seed)
        const verdict = judge(claimed(rule, rate), [observeAll(recording)], terms)
        assert.strictEqual(verdict.status, "confirmed", `${formatRule(rule)}: ${verdict.because}`)
        assert.isBelow(verdict.attainable!.low, verdict.accuracy)
        assert.isAbove(verdict.attainable!.high, verdict.accuracy)
        assert.isBelow(verdict.attainable!.high - verdict.attainable!.low, 0.12)
      }
    }
  })

  it("a rule with one wrong label is refuted, whichever it is", () => {
    const rule = randomRule(lifeLike, "one wrong")
    const recording = noisy(recordSoup(rule, "one wrong", { frames: 8, width: 64, height: 64 }), 0.05, "one wrong")
    const clean = takeCensus(lifeLike.neighbourhood, 2, [
      observeAll(recordSoup(rule, "one wrong", { frames: 8, width: 64, height: 64 }))
    ])
    for (const index of lifeLike.classes.keys()) {
      const met = clean.counts.reduce((sum, n, at) => (lifeLike.partition![at >> 1] === index ? sum + n : sum), 0)
      if (met < 400) continue
      const verdict = judge(claimed(withLabel(rule, index), 0.05), [observeAll(recording)], terms)
      assert.strictEqual(
        verdict.status,
        "refuted",
        `${lifeLike.classes[index]!.name}, met ${met} times: ${verdict.because}`
      )
    }
  }, 20_000)

  it("noise that is not stated refutes, as any contradiction does", () => {
    const rule = randomRule(lifeLike, "unstated")
    const recording = noisy(recordSoup(rule, "unstated"), 0.05, "unstated")
    const verdict = judge(plainly(rule), [observeAll(recording)], terms)
    assert.strictEqual(verdict.status, "refuted")
    assert.isNull(verdict.attainable)
    assert.isTrue(verdict.contradictions.every(({ byNoise }) => byNoise === null))
  })

  it("contradictions are as frequent as their probabilities say", () => {
    const rule = randomRule(lifeLike, "probable")
    const recording = noisy(recordSoup(rule, "probable", { frames: 14, width: 80, height: 64 }), 0.04, "probable")
    const observations = [observeAll(recording)]
    const census = takeCensus(lifeLike.neighbourhood, 2, observations)
    const chance = new UnderNoise(rule, census, { observation: 0.04, dynamic: 0 }).contradiction()
    let expected = 0
    for (const [pattern, p] of chance.entries()) {
      expected += p * (census.counts[2 * pattern]! + census.counts[2 * pattern + 1]!)
    }
    const { contradicted, contradictions } = judge(claimed(rule, 0.04), observations, terms)
    assert.closeTo(contradicted / expected, 1, 0.06)
    for (const { byNoise } of contradictions) assert.isTrue(byNoise! > 0 && byNoise! < 1)
  })

  it("the expectation is the mean over many recordings of one evolution", () => {
    const rule = randomRule(lifeLike, "mean")
    const soup = recordSoup(rule, "mean", { frames: 4, width: 60, height: 40 })
    const noise = { observation: 0.08, dynamic: 0 }
    let [expected, reached] = [0, 0]
    for (let trial = 0; trial < 20; trial++) {
      const observations = [observeAll(noisy(soup, 0.08, `trial ${trial}`))]
      expected += expectedAccuracy(rule, takeCensus(lifeLike.neighbourhood, 2, observations), noise) / 20
      reached += judge(plainly(rule), observations, terms).accuracy / 20
    }
    assert.closeTo(expected, reached, 0.004)
  })

  it("the interval knows that cells recorded wrong are seen in several neighbourhoods", () => {
    const rule = randomRule(lifeLike, "correlated")
    const soup = recordSoup(rule, "correlated", { frames: 3, width: 32, height: 32 })
    const noise = { observation: 0.05, dynamic: 0 }
    const table = ruleTable(rule)
    const reached = Array.from({ length: 100 }, (_, trial) => {
      const census = takeCensus(lifeLike.neighbourhood, 2, [observeAll(noisy(soup, 0.05, `correlated ${trial}`))])
      const cells = census.counts.reduce((sum, count) => sum + count, 0)
      const right = table.reduce((sum, next, pattern) => sum + census.counts[2 * pattern + next]!, 0)
      return { census, cells, accuracy: right / cells }
    })
    const mean = reached.reduce((sum, { accuracy }) => sum + accuracy / reached.length, 0)
    const variance = reached.reduce((sum, { accuracy }) => sum + (accuracy - mean) ** 2 / (reached.length - 1), 0)
    const { cells, census } = reached[0]!
    // Were the comparisons independent, the variance would be that of a binomial.
    assert.isAbove(variance, (2 * mean * (1 - mean)) / cells)
    const more = expectedAccuracy(rule, census, { observation: 0.05 * 1.05, dynamic: 0 })
    const slack = more - attainable(rule, census, noise, cells).low
    assert.isAbove(slack, 3 * Math.sqrt(variance))
  })

  it("without noise a true rule reaches everything", () => {
    const rule = randomRule(isotropic, "none")
    const census = takeCensus(isotropic.neighbourhood, 2, [observeAll(recordSoup(rule, "none"))])
    assert.closeTo(expectedAccuracy(rule, census, { observation: 0, dynamic: 0 }), 1, 1e-12)
    assert.isAbove(attainable(rule, census, { observation: 0, dynamic: 0 }, 10_000).low, 0.999)
  })

  it("a replay starts from a frame freed of noise and stays within the noise", () => {
    const rule = randomRule(lifeLike, "replay noise")
    const recording = noisy(recordSoup(rule, "replay", { frames: 24, width: 64, height: 64 }), 0.02, "replay")
    const { replay } = judge(claimed(rule, 0.02), [observeAll(recording)], terms)
    assert.isTrue(replay!.denoised)
    assert.isAtLeast(replay!.exact, 3)
    const wrong = judge(claimed(withLabel(rule, 3), 0.02), [observeAll(recording)], terms)
    assert.isBelow(wrong.replay!.exact, replay!.exact)
  })
})

import { elementary, lifeLike, takeCensus } from "@rulescope/lattice"
import { HiddenPatterns } from "@rulescope/noise"
import { makeRandom } from "@rulescope/random"
import { observeAll, randomRule, recordSoup } from "@rulescope/testkit"
import { assert, describe, it } from "@effect/vitest"
import { searchCensus } from "../src/censusSearch.ts"
import { isSmall, weighEveryRule } from "../src/everyRule.ts"

const noisyCensus = (family: typeof lifeLike, seed: string, rate: number, world: Parameters<typeof recordSoup>[2]) => {
  const rule = randomRule(family, seed)
  const soup = recordSoup(rule, seed, world)
  const random = makeRandom(`noise ${seed}`)
  const cells = soup.cells.map((cell) => (random.uniform() < rate ? 1 - cell : cell))
  return { rule, census: takeCensus(family.neighbourhood, 2, [observeAll({ ...soup, cells })]) }
}

describe("weighing every rule of a family", () => {
  it("ranks all elementary rules as their likelihoods written out do", () => {
    const { census } = noisyCensus(elementary, "every", 0.05, { frames: 12, width: 80 })
    const model = new HiddenPatterns(elementary, census, { observation: 0.05, dynamic: 0.01 })
    model.run(30, { labels: true })
    const scores = Array.from({ length: 256 }, (_, code) => {
      const rival = model.copy()
      for (let c = 0; c < 8; c++) rival.setLabel(c, (code >> c) & 1)
      return { code, logLikelihood: rival.step() }
    }).sort((a, b) => b.logLikelihood - a.logLikelihood)
    const best = weighEveryRule(model, census, 5)
    assert.deepStrictEqual(
      best.map((labels) => labels.reduce((code, label, c) => code | (label << c), 0)),
      scores.slice(0, 5).map(({ code }) => code)
    )
  })

  it("finds the Life-like rule among all 2^18, whatever labels the weights were fitted with", () => {
    const { census, rule } = noisyCensus(lifeLike, "every rule", 0.03, { frames: 12, width: 64, height: 64 })
    const model = new HiddenPatterns(lifeLike, census, { observation: 0.03, dynamic: 0 })
    model.run(60)
    const [best] = weighEveryRule(model, census, 1)
    const seen = rule.labels.filter((_, c) => c !== 8 && c !== 17)
    assert.deepStrictEqual(
      best!.filter((_, c) => c !== 8 && c !== 17),
      seen
    )
    assert.isTrue(isSmall(lifeLike))
  })

  it("is a step of the search, which says so and lists rules with falling likelihoods", () => {
    const { census } = noisyCensus(elementary, "trace", 0.05, { frames: 12, width: 80 })
    const { best, trace } = searchCensus(elementary, census, {})
    assert.isTrue(trace.some(({ step }) => step === "all 256 rules weighed"))
    for (let i = 1; i < best.length; i++) assert.isAtMost(best[i]!.logLikelihood, best[i - 1]!.logLikelihood)
    assert.strictEqual(new Set(best.map(({ labels }) => labels.join())).size, best.length)
  })
})

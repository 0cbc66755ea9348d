import { lifeLike } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { cutSegments, HiddenEvolution } from "@rulescope/noise"
import { observeAll, randomRule, recordSoup } from "@rulescope/testkit"
import { assert, describe, it } from "@effect/vitest"
import { freeClasses } from "../src/evolution/freeClasses.ts"
import { refine } from "../src/evolution/refine.ts"
import { refineTwice } from "../src/evolution/refineTwice.ts"

const finish = <A>(work: Generator<void, A>): A => {
  let step = work.next()
  while (step.done !== true) step = work.next()
  return step.value
}

describe("weighing", () => {
  it("a free class is weighed for the side its rule has", () => {
    for (const seed of ["a", "b", "c", "d"]) {
      const rule = randomRule(lifeLike, seed)
      const soup = recordSoup(rule, seed, { frames: 6, width: 24, height: 24 })
      const evolution = new HiddenEvolution(lifeLike, cutSegments([observeAll(soup)], 1e6), 0.01, seed)
      const live = Float64Array.from(rule.labels, (label) => (label === 1 ? 0.99 : 0.01))
      evolution.assume(live)
      const group = [3]
      const encounters = evolution.encounters(group, 4)
      live[3] = 0.5
      const labels = Array.from(rule.labels, (label, c) => (c === 3 ? 2 : label))
      const [{ dead, live: alive, logOdds }] = freeClasses(evolution, {
        group,
        live,
        misfire: 0.01,
        labels,
        encounters
      }) as [{ dead: number; live: number; logOdds: number }]
      assert.isAbove(Math.abs(logOdds), 20)
      assert.strictEqual(logOdds > 0 ? 1 : 0, rule.labels[3])
      assert.isAbove(rule.labels[3] === 1 ? alive : dead, 20 * (rule.labels[3] === 1 ? dead : alive))
    }
  })
})

describe("refining", () => {
  it("finds the labels that the census leaves open", () => {
    const rule = randomRule(lifeLike, "refine")
    const soup = recordSoup(rule, "refine", { frames: 12, width: 48, height: 48 })
    const random = makeRandom("refine")
    const cells = soup.cells.map((cell) => (random.uniform() < 0.05 ? 1 - cell : cell))
    const segments = cutSegments([observeAll({ ...soup, cells })], 1e6)
    // Two classes said to be the other way round with little conviction, all others right.
    const prior = Float64Array.from(
      rule.labels,
      (label, c) => (label === 1 ? 1 : -1) * (c === 4 || c === 12 ? -0.5 : 30)
    )
    const steps = refine(lifeLike, segments, prior, { observation: 0.05, dynamic: 0 }, "refine")
    let step = steps.next()
    let pieces = 0
    for (; !step.done; step = steps.next()) pieces++
    assert.isAbove(pieces, 10)
    const { logOdds } = step.value
    for (const c of [4, 12]) {
      assert.strictEqual(logOdds[c]! > 0 ? 1 : 0, rule.labels[c], `class ${c}`)
      assert.isAbove(Math.abs(logOdds[c]!), 5)
    }
    assert.strictEqual(logOdds[0], prior[0], "a class that is certain is left alone")
  })
})

describe("two worlds under loud noise", () => {
  const noisy = (rate: number) => {
    const rule = randomRule(lifeLike, "loud")
    const soup = recordSoup(rule, "loud", { frames: 8, width: 32, height: 32 })
    const random = makeRandom("loud")
    const cells = soup.cells.map((cell) => (random.uniform() < rate ? 1 - cell : cell))
    return { rule, segments: cutSegments([observeAll({ ...soup, cells })], 1e6) }
  }

  it("never state more than the first of them alone", () => {
    const { rule, segments } = noisy(0.08)
    const prior = Float64Array.from(rule.labels, (label, c) => (label === 1 ? 1 : -1) * (c % 4 === 0 ? 1 : 12))
    const noise = { observation: 0.08, dynamic: 0 }
    const once = finish(refine(lifeLike, segments, prior, noise, "two"))
    const twice = finish(refineTwice(lifeLike, segments, prior, noise, "two"))
    assert.isAbove(twice.weighed, once.weighed)
    for (const [c, z] of twice.logOdds.entries()) assert.isAtMost(Math.abs(z), Math.abs(once.logOdds[c]!) + 0.02)
  })

  it("under deafening noise nothing is stated against the census", () => {
    const { rule, segments } = noisy(0.15)
    const prior = Float64Array.from(rule.labels, (label, c) => (label === 1 ? 1 : -1) * (c === 4 ? -0.4 : 8))
    const { logOdds } = finish(refineTwice(lifeLike, segments, prior, { observation: 0.15, dynamic: 0 }, "deaf"))
    assert.isBelow(Math.abs(logOdds[4]!), 1)
    for (const [c, z] of logOdds.entries()) assert.isAtMost(Math.abs(z), 2 * Math.abs(prior[c]!) + 0.02)
  })
})

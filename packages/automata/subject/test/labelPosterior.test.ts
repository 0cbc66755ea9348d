import {
  blockReader,
  type ClassTable,
  type Family,
  fold,
  isotropic,
  lifeLike,
  type Recording,
  type Rule,
  simulate,
  takeCensus
} from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { assert, describe, it } from "@effect/vitest"
import { spillOver } from "../src/confidence/spillOver.ts"
import { labelPosterior } from "../src/index.ts"
import { logGamma } from "../src/logGamma.ts"

/** The posterior of Life-like counters, the cells of a class spread evenly over its patterns. */
const table = (rows: ReadonlyArray<readonly [dead: number, live: number]>): Float64Array => {
  const { neighbourhood, partition } = lifeLike
  const counts = new Float64Array(36)
  for (const [index, row] of rows.entries()) counts.set(row, 2 * index)
  const patterns = new Float64Array(1024)
  const sizes = new Float64Array(18)
  for (const index of partition!) sizes[index]! += 1
  for (const [pattern, index] of partition!.entries()) {
    for (const next of [0, 1]) patterns[2 * pattern + next] = counts[2 * index + next]! / sizes[index]!
  }
  return labelPosterior({
    observed: { family: lifeLike, counts },
    census: { neighbourhood, states: 2, counts: patterns }
  })
}

const side = 32

const observe = (family: Family, cells: Uint8Array) => {
  const frames = cells.length / side ** 2
  const recording: Recording = {
    width: side,
    height: side,
    boundary: "torus",
    source: "",
    frames,
    states: 2,
    cells,
    rule: null
  }
  const transitions = Array.from({ length: frames - 1 }, (_, t) => t)
  const census = takeCensus(family.neighbourhood, 2, [{ recording, boundary: "torus", transitions }])
  return { cells, census, observed: fold(census.counts, family) }
}

const recordWrong = (cells: Uint8Array, noise: number, seed: string): Uint8Array => {
  const random = makeRandom(seed)
  return cells.map((cell) => (random.uniform() < noise ? 1 - cell : cell))
}

/** A soup of a random rule, and the same soup with cells recorded wrong. */
const record = (family: Family, noise: number, seed: string) => {
  const random = makeRandom(seed)
  const rule: Rule = { family, labels: Uint8Array.from(family.classes, () => random.below(2)) }
  const density = 0.1 + 0.8 * random.uniform()
  const soup = Uint8Array.from({ length: side ** 2 }, () => (random.uniform() < density ? 1 : 0))
  const truth = simulate(rule, soup, { width: side, height: side, boundary: "torus" }, 15)
  return { rule, clean: observe(family, truth), noisy: observe(family, recordWrong(truth, noise, `${seed}/wrong`)) }
}

const seenIn = ({ counts }: ClassTable, index: number): number => counts[2 * index]! + counts[2 * index + 1]!

describe("the posterior of a label", () => {
  it("without a contradiction grows with the evidence, and is even without any", () => {
    const posterior = table([
      [1000, 0],
      [0, 1],
      [0, 20]
    ])
    assert.isAbove(posterior[0]!, 1 - 1e-12)
    assert.isAbove(posterior[3]!, 0.99)
    assert.isAbove(posterior[5]!, posterior[3]!)
    assert.strictEqual(posterior[6], 0.5)
  })

  it("is even where both next states were seen as often", () => {
    const posterior = table(Array.from({ length: 18 }, (_, c) => [5 * c, 5 * c]))
    for (const p of posterior) assert.closeTo(p, 0.5, 1e-9)
  })

  it("trusts a majority when all classes err alike, and not when they differ", () => {
    const alike = table(
      Array.from({ length: 18 }, (_, c) => (c === 0 ? [150, 850] : [c % 2 ? 850 : 150, c % 2 ? 150 : 850]))
    )
    const unlike = table(Array.from({ length: 18 }, (_, c) => (c === 0 ? [150, 850] : c < 9 ? [1000, 0] : [400, 600])))
    assert.isAtLeast(alike[1]!, 0.999)
    assert.isAtMost(Math.max(...alike), 0.9999 + 1e-12)
    assert.isBelow(unlike[1]!, 0.99)
  })

  it("is never right less often than it says, and little more, where rates come from a beta distribution", () => {
    const random = makeRandom("beta")
    // Beta(1, 3) as the smallest of three uniform draws.
    const drawn = () => Math.min(random.uniform(), random.uniform(), random.uniform())
    let [stated, right, cases] = [0, 0, 0]
    for (let trial = 0; trial < 300; trial++) {
      const labels = Array.from({ length: 18 }, () => random.below(2))
      const posterior = table(
        labels.map((label) => {
          const rate = drawn()
          const row: [number, number] = [0, 0]
          for (let i = 0; i < 60; i++) row[random.uniform() < rate ? 1 - label : label]! += 1
          return row
        })
      )
      for (const [c, label] of labels.entries()) {
        const best = posterior[2 * c]! > 0.5 ? 0 : 1
        stated += posterior[2 * c + best]!
        right += best === label ? 1 : 0
        cases++
      }
    }
    assert.isBelow(stated / cases, right / cases + 0.01)
    assert.isAbove(stated / cases, right / cases - 0.15)
  })
})

describe("the posterior of a label when cells are recorded wrong", () => {
  const runs = [lifeLike, isotropic].flatMap((family) =>
    [0.01, 0.05, 0.1].flatMap((noise) =>
      Array.from({ length: 4 }, (_, i) => ({ family, noise, ...record(family, noise, `spill ${noise} ${i}`) }))
    )
  )

  it("is 0.99 or more for no wrong label, and for nearly all classes that keep most of their cells", () => {
    let [stated, common] = [0, 0]
    for (const { clean, family, noise, noisy, rule } of runs) {
      const posterior = labelPosterior(noisy)
      const { own } = spillOver(family, noisy.census, noise)
      for (const [index, { name }] of family.classes.entries()) {
        const [right, wrong] = [rule.labels[index]!, 1 - rule.labels[index]!]
        assert.isBelow(posterior[2 * index + wrong]!, 0.99, `${name} at ${noise}`)
        if (seenIn(clean.observed, index) < 200 || own[index]! < 0.6) continue
        common++
        stated += posterior[2 * index + right]! >= 0.99 ? 1 : 0
      }
    }
    assert.isAbove(common, 250)
    assert.isAbove(stated / common, 0.98)
  })

  it("speaks of the classes that a world at rest has, and of none that noise alone shows", () => {
    for (const family of [lifeLike, isotropic]) {
      for (const noise of [0.01, 0.05, 0.1]) {
        for (const blocks of [false, true]) {
          const still = Uint8Array.from({ length: side * side }, (_, i) =>
            blocks && i % 8 < 2 && (i >> 5) % 8 < 2 ? 1 : 0
          )
          const frames = Array.from({ length: 16 }, () => still)
          const clean = observe(family, Uint8Array.from(frames.flatMap((frame) => [...frame])))
          const posterior = labelPosterior(observe(family, recordWrong(clean.cells, noise, `rest ${noise}`)))
          const shown = [...family.classes.keys()].filter((index) => seenIn(clean.observed, index) > 0)
          const stated = [...family.classes.keys()].filter(
            (index) => Math.max(...posterior.subarray(2 * index, 2 * index + 2)) >= 0.99
          )
          assert.includeMembers(shown, stated)
          assert.includeMembers(stated, blocks ? [0, shown.at(-1)!] : [0])
        }
      }
    }
  })

  it("is not touched by any of this without a contradiction: n cells against a rate of 1 / (all cells + 2)", () => {
    for (const { clean, rule } of runs) {
      const all = clean.observed.counts.reduce((sum, count) => sum + count, 0)
      const posterior = labelPosterior(clean)
      for (const [index, label] of rule.labels.entries()) {
        const odds = (all + 1) ** seenIn(clean.observed, index)
        assert.closeTo(posterior[2 * index + label]!, 1 - 1 / (1 + odds), 1e-12)
      }
    }
  })

  it("expects the spill-over that there is: shares of cells that belong to their class, counted with the truth beside", () => {
    /** Class of every cell of every frame but the last. */
    const classesOf = (family: Family, cells: Uint8Array): Uint16Array => {
      const read = blockReader(family.neighbourhood, side, side, "torus")
      const block = new Uint8Array(family.neighbourhood.offsets.length)
      return Uint16Array.from({ length: cells.length - side ** 2 }, (_, at) => {
        const start = Math.floor(at / side ** 2) * side ** 2
        read(cells.subarray(start, start + side ** 2), at % side, Math.floor((at - start) / side), block)
        return family.classOf(block)
      })
    }
    let compared = 0
    for (const { clean, family, noise, noisy } of runs) {
      const { own } = spillOver(family, noisy.census, noise)
      const meant = classesOf(family, clean.cells)
      const kept = new Float64Array(family.classes.length)
      for (const [at, index] of classesOf(family, noisy.cells).entries()) if (meant[at] === index) kept[index]! += 1
      for (const [index, share] of own.entries()) {
        const seen = seenIn(noisy.observed, index)
        if (seen < 400) continue
        compared++
        assert.closeTo(share, kept[index]! / seen, 0.15, family.classes[index]!.name)
      }
    }
    assert.isAbove(compared, 120)
  })
})

it("logGamma knows factorials, Γ(½) = √π and Γ(x + 1) = x Γ(x)", () => {
  let factorial = 0
  for (let n = 1; n <= 30; n++) {
    assert.closeTo(logGamma(n), factorial, 1e-9 * Math.max(1, factorial))
    factorial += Math.log(n)
  }
  assert.closeTo(logGamma(0.5), 0.5 * Math.log(Math.PI), 1e-10)
  for (const x of [1e-3, 0.3, 2.5, 7.9, 40.5, 1e6])
    assert.closeTo(logGamma(x + 1), Math.log(x) + logGamma(x), 1e-8 * Math.max(1, Math.abs(logGamma(x + 1))))
})

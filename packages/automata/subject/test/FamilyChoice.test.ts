import { elementary, isotropic, lifeLike, map, readRule, simulate, takeClassCensus } from "@rulescope/lattice"
import { assert, describe, it } from "@effect/vitest"
import { type Observation, type Recording } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { Effect } from "effect"
import { inPieces } from "@rulescope/core"
import { chooseFamily, marginalLikelihood } from "../src/index.ts"
import { scoreMisfires, tally } from "../src/family/scoreMisfires.ts"
import { twoStates } from "./twoStates.ts"

const soup = (text: string, noise = 0): Recording => {
  const read = readRule(twoStates, text)
  if (!read.ok) throw new Error(text)
  const random = makeRandom(text)
  const world = { width: 64, height: read.value.family === elementary ? 1 : 64, boundary: "torus" as const }
  const first = Uint8Array.from({ length: world.width * world.height }, () => random.below(2))
  const cells = simulate(read.value, first, world, 24)
  for (let i = 0; i < cells.length; i++) if (random.uniform() < noise) cells[i]! ^= 1
  return { ...world, source: text, frames: 25, states: 2, cells, rule: text }
}

const observe = (recording: Recording): Observation => ({
  recording,
  boundary: "torus",
  transitions: Array.from({ length: 24 }, (_, t) => t)
})

const candidates = [map, lifeLike, isotropic]

const choose = (recording: Recording, observations = [observe(recording)]) => {
  const question = { candidates, observations, within: map.neighbourhood }
  return Effect.runSync(inPieces(chooseFamily(question, marginalLikelihood)))
}

describe("chooseFamily", () => {
  it("finds the smallest family that explains clean data", () => {
    assert.strictEqual(choose(soup("B36/S23")).id, lifeLike.id)
    assert.strictEqual(choose(soup("B2-a/S12")).id, isotropic.id)
    const random = makeRandom("map")
    const labels = Uint8Array.from({ length: 512 }, () => random.below(2))
    assert.strictEqual(choose(soup(map.format(labels))).id, map.id)
  })

  it("scores a family that is contradicted far below one that is not", () => {
    const { scores } = choose(soup("B2-a/S12"))
    const by = Object.fromEntries(scores.map((score) => [score.family, score]))
    assert.isAbove(by["life-like"]!.contradicted, 0)
    assert.strictEqual(by["isotropic"]!.contradicted, 0)
    assert.isBelow(by["life-like"]!.logEvidence, by["isotropic"]!.logEvidence - 1000)
  })

  it("says nothing for an empty census, and prefers the simplest family then", () => {
    const nothing = { ...soup("B3/S23"), frames: 1 }
    const { id, symmetry } = choose(nothing, [])
    assert.strictEqual(id, lifeLike.id)
    assert.strictEqual(symmetry?.id, "all")
  })

  it("reports the largest symmetry that the data support, with the orbits of every one", () => {
    const { symmetry } = choose(soup("B2-a/S12"))
    // No letter of count 2 but a is an eighth turn away from another: B2-a/S12 is invariant under all eighth turns.
    assert.deepInclude(symmetry, { id: "D8", orbits: 60 })
    assert.deepStrictEqual(
      symmetry!.scores.map(({ orbits, symmetry: id }) => `${id} ${orbits}`),
      ["all 18", "D8 60", "C8 72", "D4 102", "C4 140", "trivial 512"]
    )
    assert.strictEqual(choose(soup("B36/S23")).symmetry?.id, "all")
    assert.strictEqual(choose(soup("B2e3i/S23")).symmetry?.id, "D4")
  })
})

describe("chooseFamily under noise", () => {
  it.each([
    ["B36/S23", 0.01],
    ["B0245/S1467", 0.1]
  ] as const)(
    "does not prefer a larger family for wrongly recorded cells: %s, %s",
    (text, noise) => {
      const { criterion, id, scores, symmetry } = choose(soup(text, noise))
      assert.strictEqual(criterion, "held-out composite likelihood")
      assert.strictEqual(id, lifeLike.id)
      assert.strictEqual(symmetry?.id, "all")
      assert.deepStrictEqual(
        scores.map(({ family }) => family),
        ["life-like", "isotropic", "map"]
      )
    },
    30_000
  )

  it("still finds a larger family where the rule needs it", () => {
    const { id, symmetry } = choose(soup("B2e3i/S23", 0.05))
    assert.strictEqual(id, isotropic.id)
    assert.strictEqual(symmetry?.id, "D4")
    const random = makeRandom("map")
    const labels = Uint8Array.from({ length: 512 }, () => random.below(2))
    assert.strictEqual(choose(soup(map.format(labels), 0.05)).id, map.id)
  })

  it("does not prefer a larger family for misfires that hit all patterns alike", () => {
    const rule = readRule(twoStates, "B3/S23")
    if (!rule.ok) throw new Error("B3/S23")
    const random = makeRandom("misfires")
    const recording = soup("B3/S23")
    const { cells, height, width } = recording
    const size = width * height
    for (let t = 1; t < recording.frames; t++) {
      const next = simulate(rule.value, cells.slice((t - 1) * size, t * size), { width, height, boundary: "torus" }, 1)
      for (let i = 0; i < size; i++) cells[t * size + i] = next[size + i]! ^ (random.uniform() < 0.02 ? 1 : 0)
    }
    assert.strictEqual(choose(recording).id, lifeLike.id)
  })
})

it("the marginal likelihood agrees with direct summation over all labellings and rates", () => {
  const { counts } = takeClassCensus(elementary, [observe(soup("W110"))])
  // A few cells only, so that nothing underflows.
  const few = counts.map((count) => Math.min(count, 3))
  const seen = Array.from({ length: 8 }, (_, c) => few[2 * c]! + few[2 * c + 1]! > 0)
  const rates = Array.from({ length: 97 }, (_, i) => Math.exp(Math.log(1e-12) + (i / 96) * Math.log(0.5e12)))
  let total = 0
  for (const rate of rates) {
    for (let rule = 0; rule < 256; rule++) {
      let likelihood = 1
      for (let c = 0; c < 8; c++) {
        const label = (rule >> c) & 1
        likelihood *= (1 - rate) ** few[2 * c + label]! * rate ** few[2 * c + 1 - label]!
      }
      total += likelihood / 256 / rates.length
    }
  }
  const { observed, ...rest } = tally(few, 2)
  assert.closeTo(scoreMisfires({ observed, ...rest }, 2), Math.log(total), 1e-9)
  assert.strictEqual(observed, seen.filter(Boolean).length)
})

import {
  elementary,
  type Family,
  fold,
  isotropic,
  lifeLike,
  map,
  parseRule,
  simulate,
  takeCensus
} from "@rulescope/automata"
import { assert, describe, it } from "@effect/vitest"
import { makeRandom, type Recording } from "@rulescope/automata"
import { chooseFamily, scoreFamily } from "../src/index.ts"

const soup = (text: string, noise = 0): Recording => {
  const read = parseRule(text)
  if (!read.ok) throw new Error(text)
  const random = makeRandom(text)
  const world = { width: 64, height: read.value.family === elementary ? 1 : 64, boundary: "torus" as const }
  const first = Uint8Array.from({ length: world.width * world.height }, () => random.below(2))
  const cells = simulate(read.value, first, world, 24)
  for (let i = 0; i < cells.length; i++) if (random.uniform() < noise) cells[i]! ^= 1
  return { ...world, source: text, frames: 25, states: 2, cells, rule: text }
}

const censusOf = (recording: Recording, family: Family = map) =>
  takeCensus(family.neighbourhood, 2, [
    { recording, boundary: "torus", transitions: Array.from({ length: 24 }, (_, t) => t) }
  ])

const candidates = [map, lifeLike, isotropic]

describe("chooseFamily", () => {
  it("finds the smallest family that explains clean data", () => {
    assert.strictEqual(chooseFamily(censusOf(soup("B36/S23")), candidates).family, lifeLike)
    assert.strictEqual(chooseFamily(censusOf(soup("B2-a/S12")), candidates).family, isotropic)
    const random = makeRandom("map")
    const labels = Uint8Array.from({ length: 512 }, () => random.below(2))
    assert.strictEqual(chooseFamily(censusOf(soup(map.format(labels))), candidates).family, map)
  })

  it("scores a family that is contradicted far below one that is not", () => {
    const { scores } = chooseFamily(censusOf(soup("B2-a/S12")), candidates)
    const by = Object.fromEntries(scores.map((score) => [score.family, score]))
    assert.isAbove(by["life-like"]!.contradicted, 0)
    assert.strictEqual(by["isotropic"]!.contradicted, 0)
    assert.isBelow(by["life-like"]!.logEvidence, by["isotropic"]!.logEvidence - 1000)
  })

  it("says nothing for an empty census, and prefers the simplest family then", () => {
    const census = takeCensus(map.neighbourhood, 2, [])
    assert.strictEqual(chooseFamily(census, candidates).family, lifeLike)
  })

  it("does not prefer a larger family for misfires that hit all patterns alike", () => {
    const recording = soup("B3/S23")
    const clean = censusOf(recording)
    const counts = clean.counts.map((count, i) => Math.round(0.98 * count + 0.02 * clean.counts[i ^ 1]!))
    assert.strictEqual(chooseFamily({ ...clean, counts }, candidates).family, lifeLike)
  })
})

it("the marginal likelihood agrees with direct summation over all labellings and rates", () => {
  const census = censusOf(soup("W110"), elementary)
  const { counts } = fold(census.counts, elementary)
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
  const score = scoreFamily({ ...census, counts: few }, elementary)
  assert.closeTo(score.logEvidence, Math.log(total), 1e-9)
  assert.strictEqual(score.observed, seen.filter(Boolean).length)
})

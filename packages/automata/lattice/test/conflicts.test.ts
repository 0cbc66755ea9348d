import {
  actionOn,
  type Census,
  checkSymmetries,
  emptyCensus,
  encodePattern,
  explainConflict,
  isotropic,
  largestSymmetry,
  lifeLike,
  map,
  moore,
  orbitConflicts,
  readRule,
  type Rule,
  ruleTable
} from "../src/index.ts"
import { makeRandom } from "@rulescope/random"
import { describe, expect, it } from "vitest"
import { twoStates } from "./twoStates.ts"

const rule = (text: string): Rule => {
  const read = readRule(twoStates, text)
  if (!read.ok) throw new Error(text)
  return read.value
}

const randomRule = (family: typeof map, seed: string): Rule => {
  const random = makeRandom(seed)
  return { family, labels: Uint8Array.from(family.classes, () => random.below(2)) }
}

/** A census of random cells, each of the ten cells involved misread with probability `misread`. */
const soupCensus = (
  law: Rule,
  cells: number,
  seed: string,
  { misfire = 0, misread = 0, density = 0.4 } = {}
): Census => {
  const census = emptyCensus(moore(1), 2)
  const table = ruleTable(law)
  const random = makeRandom(seed)
  for (let cell = 0; cell < cells; cell++) {
    const bits = Uint8Array.from({ length: 9 }, () => (random.uniform() < density ? 1 : 0))
    const next =
      table[encodePattern(bits, 2)]! ^ (random.uniform() < misfire ? 1 : 0) ^ (random.uniform() < misread ? 1 : 0)
    const seen = bits.map((bit) => (random.uniform() < misread ? 1 - bit : bit))
    census.counts[encodePattern(seen, 2) * 2 + next]! += 1
  }
  return census
}

const c8 = actionOn("C8", moore(1))!
const c4 = actionOn("C4", moore(1))!

describe("a clean census", () => {
  it("of life-like rules contradicts no symmetry", () => {
    for (let i = 0; i < 3; i++) {
      const census = soupCensus(randomRule(lifeLike, `${i}`), 20_000, `${i}`)
      for (const check of checkSymmetries(census)) expect(check.conflicts).toEqual([])
      expect(largestSymmetry(census).group).toBe("D8")
    }
  })

  it("of isotropic rules contradicts eighth turns, not quarter turns and mirrors", () => {
    for (let i = 0; i < 3; i++) {
      const census = soupCensus(randomRule(isotropic, `${i}`), 20_000, `${i}`)
      expect(orbitConflicts(census, c8).contradicted).toBe(true)
      expect(largestSymmetry(census).group).toBe("D4")
    }
  })

  it("of a rule without symmetry leaves the trivial group only", () => {
    const census = soupCensus(randomRule(map, "free"), 20_000, "free")
    expect(orbitConflicts(census, c4).contradicted).toBe(true)
    expect(largestSymmetry(census).group).toBe("trivial")
  })

  it("names the orbit, both outcomes and how often each was seen", () => {
    // The eighth turn makes B2e (two side cells) out of B2c (two corners).
    const census = emptyCensus(moore(1), 2)
    const table = ruleTable(rule("B2c/S"))
    for (let pattern = 0; pattern < 512; pattern++) census.counts[pattern * 2 + table[pattern]!] = 30
    const check = orbitConflicts(census, c8)
    expect(check.conflicts.length).toBe(1)
    expect(check.conflicts[0]!.outcomes).toEqual([
      { state: 0, patterns: [10, 34, 136, 160], seen: 120 },
      { state: 1, patterns: [5, 65, 260, 320], seen: 120 }
    ])
    expect(explainConflict(census, check)).toBe(
      "orbit 000/000/101 has both outcomes (0 seen 120 times after 000/001/010 and 3 more, 1 seen 120 times after " +
        "000/000/101 and 3 more); contradicting orbits: 1 of 72"
    )
    expect(explainConflict(census, orbitConflicts(census, c4))).toBeNull()
  })

  it("is no contradiction while nothing was seen twice", () => {
    const census = emptyCensus(moore(1), 2)
    census.counts[5 * 2 + 1] = 1
    census.counts[10 * 2] = 1
    const check = orbitConflicts(census, c8)
    expect(check.conflicts.length).toBe(1)
    expect(check.contradicted).toBe(false)
  })
})

describe("a noisy census", () => {
  const noises = [
    { misfire: 0.01 },
    { misfire: 0.1 },
    { misread: 0.01 },
    { misread: 0.05 },
    { misread: 0.1 },
    { misread: 0.01, density: 0.03 },
    { misread: 0.05, misfire: 0.05, density: 0.15 }
  ]

  it.each(noises)("of life-like rules contradicts nothing, %o", (noise) => {
    for (let i = 0; i < 2; i++) {
      for (const cells of [300, 3000, 20_000]) {
        const census = soupCensus(randomRule(lifeLike, `${i}`), cells, `${i}/${cells}`, noise)
        for (const check of checkSymmetries(census)) expect(check.contradicted, `${check.group} ${cells}`).toBe(false)
      }
    }
  })

  it.each(noises.slice(0, 3))("of isotropic rules still contradicts eighth turns, %o", (noise) => {
    for (let i = 0; i < 2; i++) {
      const census = soupCensus(randomRule(isotropic, `${i}`), 50_000, `${i}`, noise)
      expect(orbitConflicts(census, c8).contradicted).toBe(true)
    }
  })
})

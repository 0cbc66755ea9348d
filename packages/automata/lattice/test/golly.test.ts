import { describe, expect, it } from "vitest"
import {
  expressIn,
  type Family,
  isotropic,
  lifeLike,
  map,
  readRule,
  type Rule,
  ruleTable,
  simulate
} from "../src/index.ts"
import { canonicalRule, gollyFrames, type GollyWorld, hasGolly } from "./golly.ts"
import { noise, soup } from "./worlds.ts"
import { twoStates } from "./twoStates.ts"

const generations = 9

const complement = (cells: Uint8Array): Uint8Array => cells.map((cell) => 1 - cell)

/** Random labels; `b0` and `s8` fix what an empty and a full neighbourhood do. */
const randomRule = (family: Family, random: () => number, b0: 0 | 1, s8: 0 | 1): Rule => {
  const labels = Uint8Array.from(family.classes, () => (random() < 0.45 ? 1 : 0))
  labels[family.partition![0]!] = b0
  labels[family.partition![511]!] = s8
  return { family, labels }
}

/** The rule that does to complemented cells what `rule` does to cells. */
const conjugate = (rule: Rule): Rule => {
  const table = ruleTable(rule)
  return { family: map, labels: table.map((_, pattern) => 1 - table[511 - pattern]!) }
}

/**
 * What Golly shows, brought back to what happens. Golly emulates a rule with B0: without S8 every odd generation
 * is stored complemented, with S8 all are, the one loaded too.
 */
const trueFrames = (rule: Rule, stored: Uint8Array, size: number): Uint8Array => {
  const [b0, s8] = [ruleTable(rule)[0] === 1, ruleTable(rule)[511] === 1]
  return stored.map((cell, i) => (b0 && (s8 || Math.floor(i / size) % 2 === 1) ? 1 - cell : cell))
}

interface Case {
  readonly name: string
  readonly rule: Rule
  readonly world: GollyWorld
}

const makeCases = (family: Family, count: number): ReadonlyArray<Case> => {
  const random = noise(family.classes.length)
  const below = (n: number): number => Math.floor(random() * n)
  return Array.from({ length: count }, (_, index) => {
    const topology = index % 2 === 0 ? "T" : "P"
    // On a plane Golly's emulation of B0 lets the surroundings blink, which is not a dead border.
    const [b0, s8] =
      topology === "P"
        ? ([0, index % 4 < 2 ? 0 : 1] as const)
        : (
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 1]
            ] as const
          )[(index / 2) & 3]!
    const rule = randomRule(family, random, b0, s8)
    const [width, height] = [[31, 32, 33, 64, 65][below(6)] ?? 20 + below(50), 12 + below(20)]
    const cells = soup(width * height, 2, 0.2 + 0.6 * random(), 0, index)
    const world = { rule: family.format(rule.labels), topology, width, height, cells, generations } as const
    return { name: `${world.rule.slice(0, 40)}:${topology}${width},${height}`, rule, world }
  })
}

describe.skipIf(!hasGolly)("bgolly (skipped where it is not installed)", () => {
  it.each([
    ["life-like", lifeLike, 24],
    ["isotropic", isotropic, 24],
    ["MAP", map, 16]
  ] as const)("evolves %s rules, B0 among them, as simulate does, cell by cell", (_, family, count) => {
    const cases = makeCases(family, count)
    const stored = gollyFrames(
      cases.map(({ rule, world }) => {
        const table = ruleTable(rule)
        return table[0] === 1 && table[511] === 1 ? { ...world, cells: complement(world.cells) } : world
      })
    )
    let alive = 0
    cases.forEach(({ name, rule, world }, index) => {
      const { cells, height, topology, width } = world
      const boundary = topology === "T" ? "torus" : "dead"
      const ours = simulate(rule, cells, { width, height, boundary }, generations)
      const theirs = trueFrames(rule, stored[index]!, width * height)
      expect(theirs.length).toBe(ours.length)
      const differing = ours.reduce((sum, cell, i) => sum + (cell === theirs[i] ? 0 : 1), 0)
      expect({ name, differing }).toEqual({ name, differing: 0 })
      if (ours.subarray(generations * width * height).includes(1)) alive++
    })
    // Otherwise the comparison would say little.
    expect(alive).toBeGreaterThan(count / 2)
  })

  it("evolves B0 rules with S8 on a plane as their complement with a dead border", () => {
    const random = noise(88)
    const [width, height] = [45, 23]
    const cases = [lifeLike, isotropic, lifeLike, isotropic].map((family, index) => {
      const rule = randomRule(family, random, 1, 1)
      const cells = soup(width * height, 2, 0.4, 0, index)
      return {
        rule,
        world: { rule: family.format(rule.labels), topology: "P", width, height, cells, generations } as const
      }
    })
    gollyFrames(cases.map((c) => c.world)).forEach((stored, index) => {
      const { rule, world } = cases[index]!
      const ours = simulate(conjugate(rule), world.cells, { width, height, boundary: "dead" }, generations)
      expect([world.rule, ours]).toEqual([world.rule, stored])
    })
  })

  it("takes one step of B0 rules on a plane as simulate does with a dead border", () => {
    const random = noise(99)
    const [width, height] = [33, 21]
    const cases = [lifeLike, isotropic, lifeLike].map((family, index) => {
      const rule = randomRule(family, random, 1, 0)
      const cells = soup(width * height, 2, 0.3, 0, index)
      return {
        rule,
        world: { rule: family.format(rule.labels), topology: "P", width, height, cells, generations: 1 } as const
      }
    })
    gollyFrames(cases.map((c) => c.world)).forEach((stored, index) => {
      const { rule, world } = cases[index]!
      const ours = simulate(rule, world.cells, { width, height, boundary: "dead" }, 1)
      expect([world.rule, ours]).toEqual([world.rule, trueFrames(rule, stored, width * height)])
    })
  })

  it("writes every set of letters as we do", () => {
    const random = noise(7)
    for (let i = 0; i < 60; i++) {
      const share = 0.2 + 0.7 * random()
      const labels = Uint8Array.from(isotropic.classes, () => (random() < share ? 1 : 0))
      // Written the long way round: nothing but letters, no minus.
      const spelt = ["B", "S"].map(
        (part) =>
          part +
          isotropic.classes
            .flatMap((c, j) => (c.name.startsWith(part) && labels[j] === 1 ? [c.name.slice(1)] : []))
            .join("")
      )
      expect(isotropic.format(labels)).toBe(canonicalRule(spelt.join("/")))
    }
  })

  it.each([
    "23/3",
    "S245/B368",
    "b3s23",
    "B3",
    "/S23",
    "B3/23",
    "B2a2c/S",
    "B33/S23",
    "B2cekin/S12",
    "B4ACE/S",
    "w30",
    "B012345678/S"
  ])("reads %s as we do", (text) => {
    const read = readRule(twoStates, text)
    if (!read.ok) throw new Error(read.error.reason)
    expect(read.value.family.format(read.value.labels)).toBe(canonicalRule(text))
  })

  it("writes MAP rules as we do", () => {
    const { labels } = expressIn(randomRule(lifeLike, noise(5), 0, 0), map)!
    expect(map.format(labels)).toBe(canonicalRule(map.format(labels)))
  })
})

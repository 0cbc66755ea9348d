import { describe, expect, it } from "vitest"
import {
  explain,
  type Family,
  type FamilyKind,
  formatRule,
  generations,
  hexagonalRules,
  isotropicHexagonal,
  isotropicVonNeumann,
  kindOf,
  largerThanLife,
  type Rule,
  simulate,
  unrestrictedHexagonal,
  unrestrictedVonNeumann,
  vonNeumannRules
} from "../src/index.ts"
import { type Algorithm, canonicalRule, gollyFrames, type GollyWorld, hasGolly } from "./golly.ts"
import { noise, soup } from "./worlds.ts"

const steps = 6

/** Lawful labels by chance; B0 stays dead, since Golly emulates the other ones. */
const anyRule = (family: Family, random: () => number, share: number): Rule => ({
  family,
  labels: Uint8Array.from(family.classes, ({ lawful, name }) =>
    name === "B0" || /^0+$/.test(name) || random() > share ? lawful[0]! : lawful.at(-1)!
  )
})

interface Case {
  readonly rule: Rule
  readonly world: GollyWorld
}

const worldOf = (rule: Rule, random: () => number, index: number, least: number): Case => {
  const [width, height] = [least + Math.floor(random() * 14), least + Math.floor(random() * 9)]
  const cells = soup(width * height, rule.family.states, 0.2 + 0.6 * random(), 0, index)
  const topology = index % 2 === 0 ? "T" : "P"
  return { rule, world: { rule: formatRule(rule), topology, width, height, cells, generations: steps } }
}

/** Worlds in which we and Golly differ; and how many still move at the end, without which that would say little. */
const compare = (cases: ReadonlyArray<Case>, algorithm: Algorithm) => {
  let moving = 0
  const frames = gollyFrames(
    cases.map(({ world }) => world),
    algorithm
  )
  const differing = cases.flatMap(({ rule, world }, index) => {
    const { cells, height, topology, width } = world
    const boundary = topology === "T" ? "torus" : "dead"
    const ours = simulate(rule, cells, { width, height, boundary }, steps)
    const size = width * height
    if (ours.subarray(steps * size).some((cell, i) => cell !== ours[(steps - 1) * size + i])) moving++
    const wrong = ours.reduce((sum, cell, i) => sum + (cell === frames[index]![i] ? 0 : 1), 0)
    return wrong === 0 ? [] : [`${world.rule}:${topology}${width},${height}: ${wrong} cells`]
  })
  return { differing, allStill: moving <= cases.length / 2 }
}

const alike = { differing: [], allStill: false }

const read = (kind: FamilyKind, text: string): Rule => {
  const result = kind.parse(text)
  if (!result.ok) throw new Error(explain(result.error))
  return result.value
}

describe.skipIf(!hasGolly)("bgolly (skipped where it is not installed)", () => {
  it("evolves rules of Generations on three grids as simulate does, cell by cell", () => {
    const random = noise(11)
    const cases = Array.from({ length: 18 }, (_, index) => {
      const families = generations.families({ dimension: 2, states: [3, 4, 5, 8, 16, 24][index % 6]! })
      return worldOf(anyRule(families[index % 3]!, random, 0.4), random, index, 6)
    })
    expect(compare(cases, "Generations")).toEqual(alike)
  })

  it.each([
    vonNeumannRules,
    isotropicVonNeumann,
    unrestrictedVonNeumann,
    hexagonalRules,
    isotropicHexagonal,
    unrestrictedHexagonal
  ])("evolves $title rules as simulate does, cell by cell", (family) => {
    const random = noise(12)
    const cases = Array.from({ length: 12 }, (_, i) => worldOf(anyRule(family, random, 0.5), random, i, 6))
    expect(compare(cases, "QuickLife")).toEqual(alike)
  })

  it("evolves rules of Larger than Life as simulate does, cell by cell", () => {
    const random = noise(13)
    const below = (n: number): number => Math.floor(random() * n)
    const cases = Array.from({ length: 18 }, (_, index) => {
      const radius = 1 + (index % 6)
      const shape = "MNC"[index % 3]!
      const size = shape === "N" ? 2 * radius * (radius + 1) + 1 : Math.floor(3.1 * (radius + 0.5) ** 2)
      const range = (from: number): string => {
        const low = Math.max(1, Math.floor((from + 0.1 * random()) * size))
        return `${low}..${Math.min(size, low + 1 + below(Math.ceil(size / 4)))}`
      }
      const states = [0, 0, 3, 4, 7, 2][below(6)]!
      const text = `R${radius},C${states},M${index % 2},S${range(0.25)},B${range(0.2)},N${shape}`
      return worldOf(read(largerThanLife, text), random, index, 2 * radius + 2)
    })
    expect(compare(cases, "Larger than Life")).toEqual(alike)
  })

  it("writes rules as we do", () => {
    const random = noise(14)
    for (const states of [3, 7, 24]) {
      for (const family of generations.families({ dimension: 2, states })) {
        const text = formatRule(anyRule(family, random, 0.5))
        expect(canonicalRule(text, "Generations")).toBe(text)
      }
    }
    for (const family of [vonNeumannRules, isotropicVonNeumann, hexagonalRules, unrestrictedHexagonal]) {
      const text = formatRule(anyRule(family, random, 0.5))
      expect(canonicalRule(text)).toBe(text)
    }
  })

  it.each(["345/2/4", "34/2/4H", "34/2/5V", "B34/S3/5", "S345/B2/4", "/2/3", "//3"])("reads %s as we do", (text) => {
    expect(formatRule(read(generations, text))).toBe(canonicalRule(text, "Generations"))
  })

  it.each(["34/2H", "b2s34h", "B/S012H"])("reads %s as we do", (text) => {
    expect(formatRule(read(kindOf(1, hexagonalRules), text))).toBe(canonicalRule(text))
  })

  it.each([
    "5,34,45,34,58",
    "R5,C1,M0,S3..5,B4..4,NC",
    "R5,C0,M1,S34..34,B34..45,NN",
    "R3,C0,M1,S0..0,B3..5,NM",
    "R3,C5,M1,S0..0,B25..25,NN"
  ])("reads %s as we do", (text) => {
    expect(formatRule(read(largerThanLife, text))).toBe(canonicalRule(text, "Larger than Life"))
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  elementary,
  explain,
  type Family,
  expressIn,
  familiesFor,
  type FamilyKind,
  familyName,
  familyNamed,
  fillLabels,
  formatRule,
  generations,
  hexagonalKind,
  hexagonalRules,
  isLawful,
  isotropic,
  kindOf,
  largerThanLife,
  lifeLike,
  map,
  readRule,
  rulesLeft,
  table,
  totalistic,
  undetermined,
  vonNeumannKind,
  vonNeumannRules
} from "../src/index.ts"

const kinds: ReadonlyArray<FamilyKind> = [
  ...[elementary, lifeLike, isotropic, map].map((family) => kindOf(1, family)),
  vonNeumannKind,
  hexagonalKind,
  generations,
  largerThanLife,
  totalistic,
  table
]

const written = (text: string): string => {
  const read = readRule(kinds, text)
  return read.ok ? `${familyName(read.value.family)} ${formatRule(read.value)}` : explain(read.error).split("\n")[0]!
}

/** Families of every kind, those of Larger than Life up to radius 5. */
const anyFamily: fc.Arbitrary<Family> = fc
  .tuple(fc.constantFrom(2, 3, 4, 7, 24), fc.constantFrom(1 as const, 2 as const), fc.nat())
  .map(([states, dimension, pick]) => {
    const all = familiesFor(kinds, { states, dimension: states === 2 ? dimension : 2 })
    const small = all.filter(({ id, neighbourhood: { radius } }) => radius <= 5 && (id !== "table" || states < 4))
    return small[pick % small.length]!
  })

/** Lawful labels, some of them open when `open` is set. */
const anyLabels = (family: Family, open: boolean): fc.Arbitrary<Uint8Array> =>
  fc.array(fc.nat(), { minLength: family.classes.length, maxLength: family.classes.length }).map((picks) =>
    Uint8Array.from(family.classes, ({ lawful }, i) => {
      const pick = picks[i]! % (lawful.length + (open ? 1 : 0))
      return lawful[pick] ?? undetermined
    })
  )

describe("rule strings of every kind", () => {
  it.each([
    ["B2/S345/C4", "generations:4 345/2/4"],
    ["b2s345/4", "generations:4 345/2/4"],
    ["g4b2s345", "generations:4 345/2/4"],
    ["345_2_4", "generations:4 345/2/4"],
    ["B34/S3/5", "generations:5 3/34/5"],
    [" 345 / 2 / 4 ", "generations:4 345/2/4"],
    ["B2/S/C3", "generations:3 /2/3"],
    ["//3", "generations:3 //3"],
    ["345/2/4h", "generations:4H 345/2/4H"],
    ["B2/S34/C5V", "generations:5V 34/2/5V"],
    ["23/3/2", "life-like B3/S23"],
    ["34/2/2H", "hexagonal B2/S34H"],
    ["34/2H", "hexagonal B2/S34H"],
    ["b13s012v", "von-neumann B13/S012V"],
    ["B13/S01V", "von-neumann B13/S01V"],
    ["R5,C0,M1,S34..58,B34..45,NM", "larger-than-life:R5,C0,M1,NM R5,C0,M1,S34..58,B34..45,NM"],
    ["r5, c2, m1, s34-58, b34-45, nm", "larger-than-life:R5,C0,M1,NM R5,C0,M1,S34..58,B34..45,NM"],
    ["5,34,45,34,58", "larger-than-life:R5,C0,M1,NM R5,C0,M1,S34..58,B34..45,NM"],
    ["R2,C2,S6-9,B7-8", "larger-than-life:R2,C0,M0,NM R2,C0,M0,S6..9,B7..8,NM"],
    ["R2,C2,S2-3,5,B3,NN", "larger-than-life:R2,C0,M0,NN R2,C0,M0,S2-3,5,B3,NN"],
    ["R2,C2,S,B3,NN", "larger-than-life:R2,C0,M0,NN R2,C0,M0,S,B3,NN"],
    ["R3,C4,M1,S,B,NC", "larger-than-life:R3,C4,M1,NC R3,C4,M1,S0..0,B37..37,NC"],
    ["r2b000008s03ff00", "larger-than-life:R2,C0,M0,NM R2,C0,M0,S9..18,B4..4,NM"],
    ["r2b000008s03ff00z", "larger-than-life:R2,C0,M0,NM R2,C0,M0,S0,9-18,B4,NM"],
    ["B36/S23", "life-like B36/S23"],
    ["B2-a/S12", "isotropic B2-a/S12"],
    ["W30", "elementary W30"],
    ["MAPAAAAAA", "von-neumann:isotropic MAPAAAAAA"],
    ["MAPIAAAAA", "von-neumann:map MAPIAAAAA"],
    ["MAPAAAAAAAAAAAAAAAAAAAAAA", "hexagonal:isotropic MAPAAAAAAAAAAAAAAAAAAAAAA"]
  ])("%j is %s", (text, canonical) => expect(written(text)).toBe(canonical))

  it.each([
    ["B2/S345/C400", "400 states at character 10; 2 to 255 states"],
    ["345/2/1", "1 states at character 7; 2 to 255 states"],
    ["345//", "no number of states at the end; 2 to 255 states"],
    ["B9/S/C3", "9 is not a neighbour count at character 2; counts are 0 to 8"],
    ["B5/S/C3V", "5 is not a neighbour count at character 2; counts are 0 to 4"],
    ["B7/S2H", "7 is not a neighbour count at character 2; counts are 0 to 6"],
    ["R12,C0,M1,S1..2,B3..4,NM", "radius 12 at character 2; radii are 1 to 10"],
    ["R2,C2,S6-90,B7-8", "count 90 at character 10; counts are 0 to 25 here"],
    ["R2,C2,S9-6,B7-8", "the range 9-6 is empty at character 8; the smaller count stands first"],
    ["R2,C2,S6-9,B7-8,NH", "the neighbourhood NH at character 18; NM square, NN diamond, NC disc"],
    ["R2,C2,S6-9", "no B part at the end; write R5,C0,M1,S34..58,B34..45,NM or R2,C2,S6-9,B7-8"],
    ["r2b08s03ff00", "2 hexadecimal digits at character 4; radius 2 has 6"]
  ])("%j is refused", (text, why) => expect(written(text)).toBe(why))

  it("are read as they are printed, lawful labels or not", () => {
    fc.assert(
      fc.property(
        anyFamily.chain((family) => anyLabels(family, false).map((labels) => ({ family, labels }))),
        ({ family, labels }) => {
          const text = family.format(labels)
          expect(family.parse(text)).toEqual({ ok: true, value: labels })
          const kind = kinds.find(({ id }) => id === family.id)!
          expect(familyNamed(kinds, familyName(family))).toBe(family)
          const read = kind.parse(text)
          if (!read.ok) throw new Error(explain(read.error))
          // The first of the kind that can say it: the rule is the same.
          expect(expressIn(read.value, family) ?? read.value).toEqual({ family, labels })
        }
      ),
      { numRuns: 200 }
    )
  })

  it("are refused in time that grows with their length", () => {
    const time = (length: number): number => {
      const texts = [
        "R5,C0,M1,S" + "1..441,".repeat(length),
        "345/2/" + "4".repeat(8 * length),
        "B" + "2 ".repeat(4 * length)
      ]
      const start = performance.now()
      for (const text of texts) readRule(kinds, text)
      return performance.now() - start
    }
    time(100)
    expect(time(20_000)).toBeLessThan(2_000)
  })
})

describe("lawful next states", () => {
  it("are what a rule string says of every class, left out and named", () => {
    fc.assert(
      fc.property(anyFamily, (family) => {
        const none = fillLabels(family, new Uint8Array(family.classes.length).fill(undetermined), "left out")
        const all = fillLabels(family, new Uint8Array(family.classes.length).fill(undetermined), "named")
        expect(isLawful(family, none) && isLawful(family, all)).toBe(true)
        const text = family.format(none)
        expect(family.parse(text)).toEqual({ ok: true, value: none })
        expect(family.parse(family.format(all))).toEqual({ ok: true, value: all })
      })
    )
  })

  it("leave as many rules as there are ways to close the open classes", () => {
    const small = [...generations.families({ dimension: 2, states: 4 }), vonNeumannRules, hexagonalRules, lifeLike]
    fc.assert(
      fc.property(
        fc.constantFrom(...small).chain((family) => anyLabels(family, true).map((labels) => ({ family, labels }))),
        ({ family, labels }) => {
          const few = labels.slice()
          let open = 0
          for (const [i, label] of few.entries()) {
            if (label === undetermined && ++open > 8) few[i] = family.classes[i]!.lawful[0]!
          }
          const rules = new Set<string>()
          const close = (from: number, closed: Uint8Array): void => {
            const next = closed.indexOf(undetermined, from)
            if (next < 0) rules.add(family.format(closed))
            else {
              for (let state = 0; state < family.states; state++) {
                const more = closed.slice()
                more[next] = state
                if (isLawful(family, more)) close(next + 1, more)
              }
            }
          }
          close(0, few)
          expect(rulesLeft(family, few)).toBe(rules.size)
        }
      ),
      { numRuns: 40 }
    )
  })

  it("of a cell that decays are one", () => {
    const [, , family] = generations.families({ dimension: 2, states: 5 })
    expect(family!.classes.slice(18).map(({ lawful, name }) => [name, ...lawful])).toEqual([
      ["D2", 3],
      ["D3", 4],
      ["D4", 0]
    ])
    const labels = Uint8Array.from(family!.classes, ({ centre }) => (centre < 2 ? 1 : undetermined))
    expect(rulesLeft(family!, labels)).toBe(1)
  })
})

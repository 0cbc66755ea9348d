import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  classIndex,
  decodePattern,
  elementary,
  expressIn,
  familiesFor,
  type Family,
  familyNamed,
  isotropic,
  lifeLike,
  map,
  patternCount,
  ruleTable,
  undetermined
} from "../src/index.ts"
import { labelsOf } from "./worlds.ts"
import { twoStates } from "./twoStates.ts"

const sizes: ReadonlyArray<readonly [Family, number]> = [
  [lifeLike, 18],
  [isotropic, 102],
  [map, 512],
  [elementary, 8]
]

describe.each(sizes)("family $id", (family, size) => {
  it(`partitions its patterns into ${size} classes, none empty`, () => {
    expect(family.classes.length).toBe(size)
    expect(family.partition!.length).toBe(patternCount(family.neighbourhood, family.states))
    expect(new Set(family.partition).size).toBe(size)
    expect(Math.max(...family.partition!)).toBe(size - 1)
  })

  it("gives a neighbourhood the class of its pattern, with its centre and live neighbours", () => {
    const { centre, offsets } = family.neighbourhood
    family.partition!.forEach((index, pattern) => {
      const cells = decodePattern(pattern, offsets.length, family.states)
      expect(family.classOf(cells)).toBe(index)
      expect(family.classes[index]!.centre).toBe(cells[centre])
      expect(family.classes[index]!.live).toBe(cells.filter((cell, i) => i !== centre && cell > 0).length)
    })
  })

  it("names its classes uniquely and finds them by name", () => {
    const names = family.classes.map((c) => c.name)
    expect(new Set(names).size).toBe(size)
    names.forEach((name, index) => expect(classIndex(family, name)).toBe(index))
    expect(classIndex(family, "nothing")).toBe(-1)
    expect(familyNamed(twoStates, family.id)).toBe(family)
  })
})

describe("class names", () => {
  it("of life-like rules are B0 to B8 and S0 to S8", () => {
    const names = ["B", "S"].flatMap((part) => Array.from("012345678", (n) => part + n))
    expect(lifeLike.classes.map((c) => c.name)).toEqual(names)
  })

  it("of isotropic rules are Hensel's letters, and none for 0 and 8", () => {
    const counts = ["0", "1ce", "2aceikn", "3aceijknqry", "4aceijknqrtwyz", "5aceijknqry", "6aceikn", "7ce", "8"]
    const names = ["B", "S"].flatMap((part) =>
      counts.flatMap(([n, ...letters]) => (letters.length === 0 ? [part + n] : letters.map((l) => part + n + l)))
    )
    expect(isotropic.classes.map((c) => c.name)).toEqual(names)
  })

  it("of isotropic rules stand for the arrangements that the notation draws", () => {
    const drawn: ReadonlyArray<readonly [string, string]> = [
      ["B1c", "100 000 000"],
      ["B1e", "010 000 000"],
      ["B2a", "110 000 000"],
      ["B2c", "101 000 000"],
      ["B2e", "010 100 000"],
      ["B2i", "010 000 010"],
      ["B2k", "100 001 000"],
      ["B2n", "100 000 001"],
      ["S3i", "111 010 000"],
      ["S4c", "101 010 101"],
      ["S4e", "010 111 010"],
      ["S7e", "101 111 111"],
      ["S7c", "011 111 111"],
      ["S8", "111 111 111"],
      ["B0", "000 000 000"]
    ]
    for (const [name, cells] of drawn) {
      const pattern = Number.parseInt(cells.replaceAll(" ", ""), 2)
      expect(isotropic.classes[isotropic.partition![pattern]!]!.name).toBe(name)
    }
  })
})

describe("isotropic classes", () => {
  type Square = ReadonlyArray<ReadonlyArray<number>>
  const turn = (a: Square): Square => a.map((_, r) => a.map((_, c) => a[2 - c]![r]!))
  const flip = (a: Square): Square => a.map((row) => row.toReversed())
  const squareOf = (pattern: number): Square => {
    const digits = [...pattern.toString(2).padStart(9, "0")].map(Number)
    return [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)]
  }
  const numberOf = (a: Square): number => Number.parseInt(a.flat().join(""), 2)

  it("are exactly the orbits under turns and mirrors", () => {
    const orbitsSeen = new Map<number, string>()
    for (let pattern = 0; pattern < 512; pattern++) {
      const images: Array<number> = []
      let square = squareOf(pattern)
      for (let quarter = 0; quarter < 4; quarter++) {
        images.push(numberOf(square), numberOf(flip(square)))
        square = turn(square)
      }
      const index = isotropic.partition![pattern]!
      for (const image of images) expect(isotropic.partition![image]).toBe(index)
      const orbit = [...new Set(images)].toSorted((a, b) => a - b).join()
      expect(orbitsSeen.get(index) ?? orbit).toBe(orbit)
      orbitsSeen.set(index, orbit)
    }
    expect(orbitsSeen.size).toBe(102)
  })
})

describe("expressIn", () => {
  const chain = [lifeLike, isotropic, map]

  it("keeps what a rule does when the family grows, and comes back", () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1), labelsOf(102), (smaller, labels) => {
        const family = chain[smaller]!
        const rule = { family, labels: labels.slice(0, family.classes.length) }
        for (const larger of chain.slice(smaller)) {
          const grown = expressIn(rule, larger)!
          expect(grown.family).toBe(larger)
          expect(ruleTable(grown)).toEqual(ruleTable(rule))
          expect(expressIn(grown, family)!.labels).toEqual(rule.labels)
        }
      })
    )
  })

  it("refuses a family that cannot tell apart what the rule does", () => {
    for (let index = 0; index < 102; index++) {
      const labels = new Uint8Array(102)
      labels[index] = 1
      const alone = isotropic.classes.filter(
        (c) => c.live === isotropic.classes[index]!.live && c.centre === isotropic.classes[index]!.centre
      ).length
      expect(expressIn({ family: isotropic, labels }, lifeLike) === null).toBe(alone > 1)
    }
    const oneCorner = new Uint8Array(512)
    oneCorner[256] = 1
    expect(expressIn({ family: map, labels: oneCorner }, isotropic)).toBeNull()
  })

  it("carries undetermined labels along", () => {
    const labels = new Uint8Array(18).fill(undetermined)
    labels[3] = 1
    const grown = expressIn({ family: lifeLike, labels }, isotropic)!
    expect(expressIn(grown, lifeLike)!.labels).toEqual(labels)
  })

  it("does not cross neighbourhoods or states", () => {
    expect(expressIn({ family: elementary, labels: new Uint8Array(8) }, lifeLike)).toBeNull()
    expect(expressIn({ family: lifeLike, labels: new Uint8Array(18) }, elementary)).toBeNull()
  })
})

describe("candidate families", () => {
  it("fit the states and the shape, simplest first", () => {
    expect(familiesFor(twoStates, { states: 2, dimension: 2 }).map((f) => f.id)).toEqual([
      "life-like",
      "isotropic",
      "map"
    ])
    expect(familiesFor(twoStates, { states: 2, dimension: 1 }).map((f) => f.id)).toEqual(["elementary"])
    expect(familiesFor(twoStates, { states: 3, dimension: 2 })).toEqual([])
    expect(familyNamed(twoStates, "none")).toBeNull()
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  decodePattern,
  encodePattern,
  hexagonal,
  line,
  mirror,
  moore,
  type Neighbourhood,
  neighbourhood,
  orbits,
  patternCount,
  type Permutation,
  quarterTurn,
  vonNeumann
} from "../src/index.ts"

/** All products of the generators. */
const closure = (generators: ReadonlyArray<Permutation>): ReadonlyArray<Permutation> => {
  const identity = generators[0]!.map((_, i) => i)
  const found = new Map([[identity.join(), identity as Permutation]])
  const open: Array<Permutation> = [identity]
  for (let p = open.pop(); p !== undefined; p = open.pop()) {
    for (const g of generators) {
      const product = g.map((i) => p[i]!)
      if (!found.has(product.join())) {
        found.set(product.join(), product)
        open.push(product)
      }
    }
  }
  return [...found.values()]
}

const cycles = (permutation: Permutation): number => {
  const seen = new Set<number>()
  let count = 0
  for (let start = 0; start < permutation.length; start++) {
    if (seen.has(start)) continue
    count++
    for (let i = start; !seen.has(i); i = permutation[i]!) seen.add(i)
  }
  return count
}

/** W. Burnside's lemma: orbits are the average number of patterns that a group element leaves alone. */
const burnside = (group: ReadonlyArray<Permutation>, states: number): number =>
  group.reduce((sum, p) => sum + states ** cycles(p), 0) / group.length

const cases: ReadonlyArray<readonly [Neighbourhood, number, "C4" | "D4", number]> = [
  [moore(1), 2, "C4", 140],
  [moore(1), 2, "D4", 102],
  [vonNeumann(1), 2, "D4", 12],
  [vonNeumann(1), 3, "C4", 72],
  [vonNeumann(1), 3, "D4", 63],
  [moore(1), 3, "D4", 2862],
  [vonNeumann(2), 2, "D4", 1236]
]

describe("orbits", () => {
  it.each(cases)(
    "of $0.id with $1 states under $2 are as many as Burnside's lemma says",
    (cells, states, name, known) => {
      const generators = name === "C4" ? [quarterTurn(cells)] : [quarterTurn(cells), mirror(cells)]
      const group = closure(generators)
      expect(group.length).toBe(name === "C4" ? 4 : 8)
      const { of, representatives } = orbits(cells, states, generators)
      expect(representatives.length).toBe(burnside(group, states))
      expect(representatives.length).toBe(known)
      expect(new Set(of).size).toBe(known)
    }
  )

  it("hold every image of a pattern and are named by the smallest", () => {
    const cells = moore(1)
    const generators = [quarterTurn(cells), mirror(cells)]
    const group = closure(generators)
    const { of, representatives } = orbits(cells, 2, generators)
    for (let pattern = 0; pattern < 512; pattern++) {
      const digits = decodePattern(pattern, 9, 2)
      const images = group.map((p) =>
        encodePattern(
          p.map((i) => digits[i]!),
          2
        )
      )
      expect(new Set(images.map((image) => of[image])).size).toBe(1)
      expect(representatives[of[pattern]!]).toBe(Math.min(...images))
    }
    expect(representatives.toSorted((a, b) => a - b)).toEqual(representatives)
  })

  it("need a neighbourhood that the move maps onto itself", () => {
    expect(() => quarterTurn(line(1))).toThrow("line-1")
    expect(() => mirror(hexagonal())).toThrow("hexagonal-1")
  })
})

describe("neighbourhoods", () => {
  it("list their cells row by row from the north-west", () => {
    expect(moore(1).offsets.map(String)).toEqual(["-1,-1", "0,-1", "1,-1", "-1,0", "0,0", "1,0", "-1,1", "0,1", "1,1"])
    expect(hexagonal().offsets.map(String)).toEqual(["-1,-1", "0,-1", "-1,0", "0,0", "1,0", "0,1", "1,1"])
    expect(vonNeumann(1).offsets.map(String)).toEqual(["0,-1", "-1,0", "0,0", "1,0", "0,1"])
    expect(line(2).offsets.map(String)).toEqual(["-2,0", "-1,0", "0,0", "1,0", "2,0"])
  })

  it.each([
    [moore(1), 9, 1],
    [moore(3), 49, 3],
    [vonNeumann(2), 13, 2],
    [hexagonal(), 7, 1],
    [line(1), 3, 1]
  ])("$0.id has its size, centre and radius", (cells, size, radius) => {
    expect(cells.offsets.length).toBe(size)
    expect(cells.offsets[cells.centre]).toEqual([0, 0])
    expect(cells.radius).toBe(radius)
  })

  it("contain their own cell", () => {
    expect(() => neighbourhood("ring", 2, [[1, 0]])).toThrow("ring")
  })

  it("number patterns with the first cell most significant", () => {
    expect(encodePattern([1, 0, 0, 0, 0, 0, 0, 0, 0], 2)).toBe(256)
    expect(encodePattern([0, 2, 1], 3)).toBe(7)
    expect(patternCount(vonNeumann(1), 3)).toBe(243)
    const digits = fc
      .integer({ min: 2, max: 9 })
      .chain((states) =>
        fc.tuple(
          fc.constant(states),
          fc.array(fc.integer({ min: 0, max: states - 1 }), { minLength: 1, maxLength: 15 })
        )
      )
    fc.assert(
      fc.property(digits, ([states, cells]) => {
        expect([...decodePattern(encodePattern(cells, states), cells.length, states)]).toEqual(cells)
      })
    )
  })
})

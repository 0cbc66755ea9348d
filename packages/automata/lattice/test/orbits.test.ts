import {
  actionOn,
  actionsOn,
  cycles,
  decodePattern,
  encodePattern,
  freeOrbitCount,
  hexagonal,
  line,
  lifeLike,
  moore,
  move,
  orbitCount,
  orbitsOf,
  symmetries,
  symmetryLattice,
  vonNeumann
} from "../src/index.ts"
import { makeRandom } from "@rulescope/random"
import { describe, expect, it } from "vitest"

const expected = { trivial: 512, C4: 140, D4: 102, C8: 72, D8: 60 }
const squares = ["trivial", "C4", "D4", "C8", "D8"] as const

describe.each(squares)("orbits of 3×3 patterns under %s", (id) => {
  const action = actionOn(id, moore(1))!
  const orbits = orbitsOf(action, 2)

  it("are as many as Burnside's lemma says", () => {
    expect(orbitCount(action, 2)).toBe(expected[id])
    expect(orbits.representatives.length).toBe(expected[id])
  })

  it("are closed under every element and joined by some", () => {
    const random = makeRandom(`orbits/${id}`)
    for (let draw = 0; draw < 60; draw++) {
      const pattern = random.below(512)
      const images = new Set(
        action.permutations.map((_, g) => encodePattern(move(action, g, decodePattern(pattern, 9, 2)), 2))
      )
      const orbit = Array.from({ length: 512 }, (_, p) => p).filter((p) => orbits.of[p] === orbits.of[pattern])
      expect(images).toEqual(new Set(orbit))
    }
  })

  it.each([lifeLike.partition!])("never split a life-like class", (partition) => {
    for (const [pattern, orbit] of orbits.of.entries()) {
      expect(partition[pattern]).toBe(partition[orbits.representatives[orbit]!])
    }
  })
})

it("agree with Burnside's lemma for three states and for another neighbourhood", () => {
  for (const square of actionsOn(moore(1))) {
    expect(orbitsOf(square, 3).representatives.length).toBe(orbitCount(square, 3))
  }
  for (const id of ["C4", "D4"] as const) {
    const diamond = actionOn(id, vonNeumann(2))!
    expect(orbitsOf(diamond, 2).representatives.length).toBe(orbitCount(diamond, 2))
  }
})

it("agree with Burnside's lemma on the hexagonal grid and on a row", () => {
  const known = { trivial: 128, C6: 28, D6: 26 }
  const hexagons = actionsOn(hexagonal())
  expect(
    Object.fromEntries(hexagons.map((action) => [action.group.id, orbitsOf(action, 2).representatives.length]))
  ).toEqual(known)
  for (const action of hexagons) expect(orbitCount(action, 3)).toBe(orbitsOf(action, 3).representatives.length)
  // S. Wolfram's elementary rules up to left and right: 8 patterns, 6 without their direction.
  expect(actionsOn(line(1)).map((action) => [action.group.id, orbitsOf(action, 2).representatives.length])).toEqual([
    ["trivial", 8],
    ["D1", 6]
  ])
})

it("under all permutations are as many as multisets", () => {
  for (const cells of [moore(1), vonNeumann(1), hexagonal(), line(1)]) {
    for (const states of [2, 3]) {
      const { classes } = symmetries(cells, states).find(({ id }) => id === "all")!
      expect(classes.length).toBe(freeOrbitCount(cells, states))
    }
  }
})

it("cycles count fixed points", () => {
  expect(cycles([0, 2, 1, 4, 5, 3])).toBe(3)
})

describe("symmetry lattice", () => {
  const lattice = symmetryLattice(moore(1), 2)

  it("is design.md's diagram for 3×3 and two states", () => {
    expect(Object.fromEntries(lattice.nodes.map(({ id, orbits }) => [id, orbits]))).toEqual({ ...expected, all: 18 })
    expect(new Set(lattice.edges.map((edge) => edge.join(" < ")))).toEqual(
      new Set(["trivial < C4", "C4 < D4", "C4 < C8", "D4 < D8", "C8 < D8", "D8 < all"])
    )
    expect(lattice.nodes.map(({ level }) => level)).toEqual([0, 1, 2, 2, 3, 4])
  })

  it("a larger symmetry has a coarser partition and fewer orbits", () => {
    const of = (id: string) =>
      id === "all" ? Uint32Array.from(lifeLike.partition!) : orbitsOf(actionOn(id as "C4", moore(1))!, 2).of
    for (const [smaller, larger] of lattice.edges) {
      const [fine, coarse] = [of(smaller), of(larger)]
      const image = new Map<number, number>()
      for (const [pattern, orbit] of fine.entries()) {
        expect(image.get(orbit) ?? coarse[pattern]).toBe(coarse[pattern])
        image.set(orbit, coarse[pattern]!)
      }
      expect(new Set(coarse).size).toBeLessThan(new Set(fine).size)
    }
  })

  it("leaves out what does not act", () => {
    expect(symmetryLattice(vonNeumann(1), 2).nodes.map(({ id }) => id)).toEqual(["trivial", "C4", "D4", "all"])
  })
})

import { describe, expect, it } from "vitest"
import {
  cellStep,
  elementary,
  expressIn,
  formatRule,
  isotropic,
  lifeLike,
  map,
  readRule,
  type Rule,
  swapStates
} from "../src/index.ts"
import { makeRandom } from "@rulescope/random"
import { twoStates } from "./twoStates.ts"

const rule = (text: string): Rule => {
  const read = readRule(twoStates, text)
  if (!read.ok) throw new Error(text)
  return read.value
}

describe("swapping the states", () => {
  it.each([
    ["B4678/S35678", "B4678/S35678"],
    ["B3/S23", "B0123478/S01234678"],
    ["B/S012345678", "B/S012345678"]
  ])("%s becomes %s", (from, to) => {
    expect(formatRule(swapStates(expressIn(rule(from), lifeLike)!)!)).toBe(to)
  })

  it.each([lifeLike, isotropic, map, elementary])("inverted worlds follow the swapped rule: $id", (family) => {
    const random = makeRandom(family.id)
    const height = family.neighbourhood.dimension === 1 ? 1 : 9
    for (let trial = 0; trial < 5; trial++) {
      const drawn = { family, labels: Uint8Array.from(family.classes, () => random.below(2)) }
      const twin = swapStates(drawn)!
      const world = Uint8Array.from({ length: 11 * height }, () => random.below(2))
      const [next, other] = [world.slice(), world.slice()]
      cellStep(drawn, 11, height, "torus")(world, next)
      cellStep(
        twin,
        11,
        height,
        "torus"
      )(
        world.map((cell) => 1 - cell),
        other
      )
      expect(other).toEqual(next.map((cell) => 1 - cell))
      expect(swapStates(twin)!.labels).toEqual(drawn.labels)
    }
  })
})

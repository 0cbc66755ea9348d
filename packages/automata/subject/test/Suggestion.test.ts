import { elementary, isotropic, lifeLike, map, takeClassCensus } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { assert, describe, it } from "@effect/vitest"
import { suggestObservation } from "../src/index.ts"
import { families } from "./twoStates.ts"

/** How often each class occurs in one frame, cells beyond it dead. */
const classesOf = (family: (typeof families)[number], width: number, height: number, frame: Uint8Array) => {
  const cells = new Uint8Array(2 * frame.length)
  cells.set(frame)
  const recording = { source: "", width, height, frames: 2, states: 2, cells, boundary: "dead" as const, rule: null }
  const { counts } = takeClassCensus(family, [{ recording, boundary: "dead", transitions: [0] }])
  return family.classes.map((_, index) => counts[2 * index]! + counts[2 * index + 1]!)
}

describe("suggestObservation", () => {
  it.each(families.map((family) => [family.id, family] as const))(
    "%s: the start shows every class asked for",
    (_, family) => {
      const random = makeRandom(family.id)
      for (let trial = 0; trial < 10; trial++) {
        const open = family.classes.map((_, index) => index).filter(() => random.uniform() < 0.3)
        if (open.length === 0) continue
        const { start } = suggestObservation(family, open)
        const seen = classesOf(family, start.width, start.height, start.cells)
        for (const index of open) assert.isAbove(seen[index]!, 0, family.classes[index]!.name)
      }
    }
  )

  it.each([
    [lifeLike, ["B8"]],
    [lifeLike, ["B7", "S8"]],
    [isotropic, ["B4c", "S6i"]],
    [elementary, ["111", "101"]],
    [map, ["000010000"]]
  ] as const)("the frequencies promised are those of real soups, %#", (family, names) => {
    const open = names.map((name) => family.classes.findIndex((c) => c.name === name))
    const { density, perTenThousand } = suggestObservation(family, open)
    const random = makeRandom(`soup ${names.join()}`)
    const height = family === elementary ? 1 : 400
    const width = 160_000 / height
    const soup = Uint8Array.from({ length: 160_000 }, () => (random.uniform() < density ? 1 : 0))
    const seen = classesOf(family, width, height, soup)
    for (const [i, index] of open.entries()) {
      const expected = 16 * perTenThousand[i]!
      assert.closeTo(seen[index]!, expected, 5 * Math.sqrt(expected) + 0.02 * expected)
    }
  })

  it("the best density of one pattern is its share of live cells", () => {
    // B8 is one pattern of 8 live cells in 9: ρ⁸(1 − ρ) is largest at 8/9.
    assert.strictEqual(suggestObservation(lifeLike, [8]).density, 0.89)
    assert.strictEqual(suggestObservation(lifeLike, [17]).density, 0.99)
  })
})

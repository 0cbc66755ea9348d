import { assert, describe, it } from "vitest"
import { line, moore, symmetries } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { errorsOn, inverseRate, spread } from "../src/patterns/spread.ts"

/** The kernel written out: probability that `seen` is recorded where `hidden` is true. */
const kernel = (hidden: number, seen: number, states: number, rates: ReadonlyArray<number>): number =>
  rates.reduce((p, rate, axis) => {
    const [a, b] = [hidden, seen].map((n) => Math.floor(n / states ** axis) % states)
    return p * (a === b ? 1 - rate : rate / (states - 1))
  }, 1)

describe.each([
  [2, [0.1, 0.02, 0.3, 0.02]],
  [3, [0.2, 0.05, 0.4]]
] as const)("recording errors over digits of base %s", (states, rates) => {
  const size = states ** rates.length
  const random = makeRandom(`noise/${states}`)
  const table = Float64Array.from({ length: size }, () => random.uniform())
  const seen = Float64Array.from({ length: size }, () => random.uniform())

  it("spread a table as the kernel written out does, and back again", () => {
    const moved = table.slice()
    spread(moved, states, rates)
    for (let s = 0; s < size; s++) {
      const expected = table.reduce((sum, weight, hidden) => sum + weight * kernel(hidden, s, states, rates), 0)
      assert.closeTo(moved[s]!, expected, 1e-12)
    }
    spread(
      moved,
      states,
      rates.map((rate) => inverseRate(rate, states))
    )
    for (let s = 0; s < size; s++) assert.closeTo(moved[s]!, table[s]!, 1e-12)
  })

  it("weigh the pairs that differ on an axis", () => {
    const back = seen.slice()
    spread(back, states, rates)
    for (const [axis, rate] of rates.entries()) {
      let expected = 0
      for (let hidden = 0; hidden < size; hidden++) {
        for (let s = 0; s < size; s++) {
          const differs = Math.floor(hidden / states ** axis) % states !== Math.floor(s / states ** axis) % states
          if (differs) expected += table[hidden]! * seen[s]! * kernel(hidden, s, states, rates)
        }
      }
      assert.closeTo(errorsOn(axis, table, back, states, rate), expected, 1e-12)
    }
  })
})

describe("the lattice of symmetries", () => {
  it("has the orbits of design.md, section 2, and every smaller group refines a larger one", () => {
    const groups = symmetries(moore(1), 2)
    assert.deepStrictEqual(
      groups.map(({ classes, id }) => `${id} ${classes.length}`),
      ["all 18", "D8 60", "C8 72", "D4 102", "C4 140", "trivial 512"]
    )
    const refines = (finer: string, coarser: string): boolean => {
      const [fine, coarse] = [finer, coarser].map((id) => groups.find((group) => group.id === id)!)
      return fine!.partition.every((orbit, p) => coarse!.partition[p] === coarse!.partition[fine!.classes[orbit]!])
    }
    for (const [finer, coarser] of [
      ["trivial", "C4"],
      ["C4", "D4"],
      ["C4", "C8"],
      ["D4", "D8"],
      ["C8", "D8"],
      ["D8", "all"]
    ]) {
      assert.isTrue(refines(finer!, coarser!), `${finer} refines ${coarser}`)
    }
    assert.isFalse(refines("C8", "D4"))
  })

  it("has the mirror in one dimension, which exchanges all cells around", () => {
    assert.deepStrictEqual(
      symmetries(line(1), 2).map(({ classes, id }) => `${id} ${classes.length}`),
      ["all 6", "D1 6", "trivial 8"]
    )
  })
})

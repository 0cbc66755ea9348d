import { frameOf, readRule, type Recording, type Rule, simulate } from "@rulescope/lattice"
import { assert, describe, it } from "vitest"
import { evolutionOf } from "../src/world/Evolution.ts"
import { families } from "@rulescope/preset"

const ruleOf = (text: string): Rule => {
  const read = readRule(families, text)
  if (!read.ok) throw new Error(text)
  return read.value
}

const world = { width: 8, height: 8, boundary: "torus" as const }
const glider = new Uint8Array(64)
for (const at of [1, 10, 16, 17, 18]) glider[at] = 1

const recording = (rule: string | null, frames: number): Recording => ({
  source: "glider",
  ...world,
  frames,
  states: 2,
  rule,
  cells: simulate(ruleOf("B3/S23"), glider, world, frames - 1)
})

const long = recording("B3/S23", 40)

describe("a world that evolves", () => {
  it("goes through the recorded frames, then on under the rule", () => {
    const evolution = evolutionOf(recording("B3/S23", 4))
    for (let t = 0; t < 40; t++) {
      assert.strictEqual(evolution.generation(), t)
      assert.deepStrictEqual(evolution.cells, frameOf(long, t))
      evolution.step()
    }
  })

  it("stops at the last frame when nobody knows the rule", () => {
    const evolution = evolutionOf(recording(null, 3))
    evolution.step()
    assert.isTrue(evolution.canStep())
    evolution.step()
    assert.isFalse(evolution.canStep())
    evolution.step()
    assert.strictEqual(evolution.generation(), 2)
  })

  it("follows the rule, not the recording, after a cell was painted; showing a frame takes that back", () => {
    const evolution = evolutionOf(long)
    evolution.paint(6, 6, 1)
    evolution.paint(99, 0, 1)
    assert.isTrue(evolution.painted())
    const painted = glider.slice()
    painted[54] = 1
    evolution.step()
    assert.deepStrictEqual(evolution.cells, simulate(ruleOf("B3/S23"), painted, world, 1).subarray(64))
    evolution.show(5)
    assert.isFalse(evolution.painted())
    assert.deepStrictEqual(evolution.cells, frameOf(long, 5))
  })
})

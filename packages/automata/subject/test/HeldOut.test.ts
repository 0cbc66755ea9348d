import {
  familiesFor,
  moore,
  lifeLike,
  map,
  observedPatterns,
  readRule,
  type Recording,
  simulate,
  takeCensus
} from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { assert, describe, it } from "@effect/vitest"
import { splitHeldOut } from "../src/index.ts"
import * as fc from "fast-check"
import { twoStates } from "./twoStates.ts"

const families = familiesFor(twoStates, { states: 2, dimension: 2 })

const evolve = (text: string, first: (i: number) => number, generations = 20): Recording => {
  const read = readRule(twoStates, text)
  if (!read.ok) throw new Error(text)
  const world = { width: 24, height: 24, boundary: "torus" as const }
  const cells = simulate(
    read.value,
    Uint8Array.from({ length: 576 }, (_, i) => first(i)),
    world,
    generations
  )
  return { ...world, source: text, frames: generations + 1, states: 2, cells, rule: text }
}

const noisy = (i: number) => (((Math.imul(i + 7, 2654435761) >>> 13) & 3) === 0 ? 1 : 0)

describe("splitHeldOut", () => {
  it("keeps every transition exactly once, and at least one for learning", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (lengths, share) => {
          const recordings = lengths.map((frames) => ({ ...evolve("B3/S23", noisy, frames - 1) }))
          const splits = splitHeldOut(recordings, families, moore(1), share)
          for (const [index, { heldOut, training }] of splits.entries()) {
            const all = [...training, ...heldOut].sort((a, b) => a - b)
            assert.deepStrictEqual(
              all,
              Array.from({ length: lengths[index]! - 1 }, (_, t) => t)
            )
          }
          assert.isTrue(splits.some(({ training }) => training.length > 0))
        }
      ),
      { numRuns: 25 }
    )
  })

  it("holds out the end of one recording when that loses no class", () => {
    const [split] = splitHeldOut([evolve("B36/S23", noisy)], [lifeLike], moore(1), 0.2)
    assert.deepStrictEqual(split!.heldOut, [16, 17, 18, 19])
  })

  it("moves the block where its removal loses no class of the family", () => {
    // A still world in which a live block appears in the last frames only.
    const recording = evolve("B3/S23", () => 0)
    for (const [x, y] of [
      [4, 4],
      [5, 4],
      [4, 5],
      [5, 5]
    ] as const) {
      for (const t of [18, 19, 20]) recording.cells[t * 576 + y * 24 + x] = 1
    }
    const [split] = splitHeldOut([recording], families, moore(1), 0.2)
    const census = (transitions: ReadonlyArray<number>) =>
      observedPatterns(takeCensus(lifeLike.neighbourhood, 2, [{ recording, boundary: "torus", transitions }]))
    assert.deepStrictEqual(census(split!.training), census(Array.from({ length: 20 }, (_, t) => t)))
    assert.strictEqual(split!.heldOut.length, 4)
  })

  it("looks at inputs only: other outcomes in the last frame change nothing", () => {
    const recording = evolve("B3/S23", noisy)
    const other = { ...recording, cells: recording.cells.slice() }
    other.cells.fill(1, 20 * 576)
    assert.deepStrictEqual(
      splitHeldOut([other], families, moore(1), 0.3),
      splitHeldOut([recording], families, moore(1), 0.3)
    )
  })

  it("keeps whole recordings of several, and nothing of a single transition", () => {
    const recordings = [1, 2, 3, 4, 5].map(() => evolve("B3/S23", noisy, 3))
    const kept = splitHeldOut(recordings, families, moore(1), 0.4).map(({ heldOut }) => heldOut.length)
    assert.deepStrictEqual(kept, [0, 0, 0, 3, 3])
    assert.deepStrictEqual(splitHeldOut([evolve("B3/S23", noisy, 1)], families, moore(1), 0.5), [
      { training: [0], heldOut: [] }
    ])
  })

  it("is the block that loses the fewest classes, the latest of those that lose as few", () => {
    let ties = 0
    for (let seed = 0; seed < 150; seed++) {
      const random = makeRandom(`held-out/${seed}`)
      const [side, frames, share] = [3, 8, 0.25]
      const cells = Uint8Array.from({ length: side * side * frames }, () => (random.uniform() < 0.3 ? 1 : 0))
      const recording: Recording = {
        source: "few cells",
        width: side,
        height: side,
        frames,
        states: 2,
        cells,
        boundary: "auto",
        rule: null
      }
      const classesAt = Array.from({ length: frames - 1 }, (_, t) => {
        const observations = (["torus", "dead"] as const).map((boundary) => ({ recording, boundary, transitions: [t] }))
        const census = takeCensus(map.neighbourhood, 2, observations)
        return new Set(observedPatterns(census).map((pattern) => map.partition![pattern]!))
      })
      const lostAt = Array.from({ length: frames - 2 }, (_, start) => {
        const kept = classesAt.filter((_, t) => t < start || t >= start + 2)
        const all = new Set(classesAt.flatMap((classes) => [...classes]))
        return [...all].filter((one) => !kept.some((classes) => classes.has(one))).length
      })
      const fewest = Math.min(...lostAt)
      const [split] = splitHeldOut([recording], [map], moore(1), share)
      assert.deepStrictEqual(split!.heldOut, [lostAt.lastIndexOf(fewest), lostAt.lastIndexOf(fewest) + 1])
      if (fewest > 0 && lostAt.indexOf(fewest) !== lostAt.lastIndexOf(fewest)) ties++
    }
    assert.isAtLeast(ties, 3)
  })
})

import { elementary, lifeLike, type Recording, simulate, unobserved } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { observeAll, randomRule, recordSoup } from "./soups.ts"
import { assert, describe, it } from "@effect/vitest"
import { cutSegments, denoise, HiddenEvolution, type Segment } from "../src/index.ts"
import { makeLattice } from "../src/lattice.ts"

/** Five cells on a ring, three frames, one cell not recorded. */
const tiny: Segment = {
  width: 5,
  height: 1,
  frames: 3,
  boundary: "torus",
  cells: Uint8Array.from([1, 0, 1, 1, 0, 0, unobserved, 1, 0, 1, 1, 1, 0, 0, 1])
}
const wrong = 0.15

/** Probability of live for the eight classes of elementary rules. */
const doubtful = [0.1, 0.8, 0.9, 0.3, 0.7, 0.2, 0.95, 0.1]

/** log P(states, records), up to a constant; `first`: log-odds of a live cell in the first frame. */
const logJoint = (bits: number, live: ReadonlyArray<number>, first: number): number => {
  const at = (t: number, x: number): number => (bits >> (5 * t + ((x + 5) % 5))) & 1
  let log = 0
  for (let x = 0; x < 5; x++) log += at(0, x) * first
  for (let t = 0; t < 3; t++) {
    for (let x = 0; x < 5; x++) {
      const seen = tiny.cells[5 * t + x]!
      if (seen !== unobserved) log += Math.log(seen === at(t, x) ? 1 - wrong : wrong)
      if (t === 2) continue
      const p = live[4 * at(t, x - 1) + 2 * at(t, x) + at(t, x + 1)]!
      log += Math.log(at(t + 1, x) === 1 ? p : 1 - p)
    }
  }
  return log
}

describe("the sampler", () => {
  it("draws states as often as the sum over all 32768 evolutions says", () => {
    const evolution = new HiddenEvolution(elementary, [tiny], wrong, "tiny")
    const live = Float64Array.from(elementary.partition!, () => 0)
    for (const [pattern, c] of elementary.partition!.entries()) live[c] = doubtful[pattern]!
    evolution.assume(live)
    const [world] = evolution.worlds
    const drawn = new Float64Array(15)
    const sweeps = 40000
    evolution.sweep(200)
    for (let i = 0; i < sweeps; i++) {
      evolution.sweep(1)
      for (let at = 0; at < 15; at++) drawn[at]! += world!.state[at]! / sweeps
    }
    // The density of the first frame is what the sampler estimates from it: 3 of 5 recorded live, one more of two added.
    const density = Math.min(Math.max((4 / 7 - wrong) / (1 - 2 * wrong), 1 / 7), 6 / 7)
    const first = Math.log(density / (1 - density))
    const exact = new Float64Array(15)
    let total = 0
    for (let bits = 0; bits < 1 << 15; bits++) {
      const weight = Math.exp(logJoint(bits, doubtful, first))
      total += weight
      for (let at = 0; at < 15; at++) if ((bits >> at) & 1) exact[at]! += weight
    }
    for (let at = 0; at < 15; at++) assert.closeTo(drawn[at]!, exact[at]! / total, 0.015, `state ${at}`)
  })

  it("keeps its patterns in step with its states, inside an unknown border too", () => {
    const rule = randomRule(lifeLike, "border")
    const soup = recordSoup(rule, "border", { frames: 5, width: 9, height: 7 })
    const segments = cutSegments([{ ...observeAll(soup), boundary: "unknown" }], 1e6)
    const evolution = new HiddenEvolution(lifeLike, segments, 0.1, "border")
    evolution.assume(Float64Array.from(rule.labels, (label) => 0.1 + 0.8 * label))
    evolution.sweep(5)
    const { lattice, situation, state } = evolution.worlds[0]!
    for (let t = 0; t < 4; t++) {
      for (const cell of lattice.ruled) {
        let pattern = state[(t + 1) * lattice.size + cell]!
        for (let i = 0; i < 9; i++) pattern = 2 * pattern + state[t * lattice.size + lattice.sees[cell * 9 + i]!]!
        assert.strictEqual(situation[t * lattice.size + cell], pattern)
      }
    }
    assert.isTrue(
      [...state].some((value, at) => at % lattice.size < 11 && value === 1),
      "cells beyond are drawn"
    )
  })
})

describe("segments and lattices", () => {
  const soup = recordSoup(randomRule(lifeLike, "cut"), "cut", { frames: 30, width: 40, height: 30 })

  it("runs of consecutive transitions become segments", () => {
    const segments = cutSegments([{ ...observeAll(soup), transitions: [0, 1, 2, 7, 8] }], 1e6)
    assert.deepStrictEqual(
      segments.map(({ frames }) => frames),
      [4, 3]
    )
    assert.deepStrictEqual(segments[1]!.cells, soup.cells.slice(7 * 1200, 10 * 1200))
  })

  it("never take more cells than the limit, and cut windows with unknown surroundings", () => {
    for (const limit of [500, 3000, 20000, 1e6]) {
      const segments = cutSegments([observeAll(soup), observeAll(soup)], limit)
      assert.isAtMost(
        segments.reduce((sum, { cells }) => sum + cells.length, 0),
        limit
      )
      for (const { boundary, width } of segments) assert.strictEqual(boundary, width === 40 ? "torus" : "unknown")
    }
  })

  it("a lattice's two directions agree and its reach is symmetric", () => {
    for (const boundary of ["torus", "dead", "unknown"] as const) {
      const { arity, hidden, reach, reachStart, ruled, seenBy, sees, size } = makeLattice(
        lifeLike.neighbourhood,
        6,
        5,
        boundary
      )
      assert.strictEqual(size, boundary === "torus" ? 30 : 56)
      assert.strictEqual(hidden.length, boundary === "unknown" ? 56 : 30)
      for (const cell of ruled) {
        for (let i = 0; i < arity; i++) assert.strictEqual(seenBy[sees[cell * arity + i]! * arity + i], cell)
      }
      const reaches = (a: number, b: number): boolean => reach.subarray(reachStart[a], reachStart[a + 1]).includes(b)
      for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) assert.strictEqual(reaches(a, b), reaches(b, a))
    }
  })
})

const frames = (rule: ReturnType<typeof randomRule>, { cells, height, width }: Recording): Uint8Array =>
  simulate(rule, cells.slice(0, width * height), { width, height, boundary: "torus" }, 3)

it("without noise the sampler leaves a true evolution as it is", () => {
  const rule = randomRule(lifeLike, "still")
  const soup = recordSoup(rule, "still", { frames: 4, width: 16, height: 16 })
  const evolution = new HiddenEvolution(lifeLike, cutSegments([observeAll(soup)], 1e6), 1e-6, "still")
  evolution.assume(Float64Array.from(rule.labels, (label) => (label === 1 ? 1 - 1e-6 : 1e-6)))
  evolution.sweep(10)
  assert.deepStrictEqual(Uint8Array.from(evolution.worlds[0]!.state), frames(rule, soup))
})

describe("denoising", () => {
  it("gives a frame from which noisy, masked frames follow", () => {
    for (const [seed, rate, left] of [
      ["a", 0.02, 0.05],
      ["b", 0.05, 0.05],
      ["c", 0.1, 0.25]
    ] as const) {
      const rule = randomRule(lifeLike, `denoise ${seed}`)
      const soup = recordSoup(rule, seed, { frames: 10, width: 40, height: 32 })
      const random = makeRandom(seed)
      const cells = soup.cells.map((cell) => {
        const seen = random.uniform() < rate ? 1 - cell : cell
        return random.uniform() < 0.05 ? unobserved : seen
      })
      const [segment] = cutSegments([observeAll({ ...soup, cells })], 1e6)
      const found = denoise(rule, segment!, rate, seed)
      // Cells on which nothing that follows depends cannot be told; the evolution from there on can.
      const world = { width: 40, height: 32, boundary: "torus" as const }
      const wrongLater = (frame: Uint8Array): number =>
        simulate(rule, frame, world, 4).reduce(
          (sum, cell, at) => sum + (at >= 1280 && cell !== unobserved && cell !== soup.cells[at] ? 1 : 0),
          0
        )
      const [remaining, recorded] = [wrongLater(found), wrongLater(cells.slice(0, 1280).map((cell) => cell & 1))]
      assert.isAbove(recorded, 100)
      assert.isBelow(remaining, left * recorded, `${seed}: ${remaining} of ${recorded} wrong cells remain`)
    }
  })
})

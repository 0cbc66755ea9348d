import { fold, lifeLike, readRule, simulate, takeCensus } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { assert, it } from "@effect/vitest"
import { contentKey } from "@rulescope/core"
import { gatherEvidence, predictedStates } from "../src/index.ts"
import { twoStates } from "./twoStates.ts"

const read = readRule(twoStates, "B36/S23")
if (!read.ok) throw new Error("B36/S23")
const random = makeRandom("evidence")
const width = 20
const first = Uint8Array.from({ length: width * width }, () => random.below(2))
const cells = simulate(read.value, first, { width, height: width, boundary: "torus" }, 3)
const recording = {
  source: "",
  width,
  height: width,
  frames: 4,
  states: 2,
  cells,
  boundary: "torus" as const,
  rule: null
}
const census = takeCensus(lifeLike.neighbourhood, 2, [{ recording, boundary: "torus", transitions: [0, 1, 2] }])

it("the counters are what counting cell by cell with the model's predictions gives", () => {
  const probabilities = Float32Array.from({ length: 1024 }, () => random.uniform())
  const evidence = gatherEvidence(lifeLike, census, probabilities)
  const best = predictedStates(probabilities, 2)
  const counters = new Float64Array(36)
  let right = 0
  for (let t = 0; t < 3; t++) {
    for (let y = 0; y < width; y++) {
      for (let x = 0; x < width; x++) {
        let pattern = 0
        let live = 0
        for (let dy = -1; dy <= 1; dy++) {
          for (let dx = -1; dx <= 1; dx++) {
            const cell = cells[t * 400 + ((y + dy + width) % width) * width + ((x + dx + width) % width)]!
            pattern = pattern * 2 + cell
            if (dx !== 0 || dy !== 0) live += cell
          }
        }
        const centre = cells[t * 400 + y * width + x]!
        counters[(centre * 9 + live) * 2 + best[pattern]!]! += 1
        if (best[pattern] === cells[(t + 1) * 400 + y * width + x]) right++
      }
    }
  }
  assert.deepStrictEqual(evidence.predicted.counts, counters)
  assert.closeTo(evidence.accuracy, right / 1200, 1e-12)
  assert.deepStrictEqual(evidence.observed, fold(census.counts, lifeLike))
})

it("content keys see values, not the order of keys, and every byte", () => {
  assert.strictEqual(contentKey({ a: 1, b: [2, { d: 3, c: 4 }] }), contentKey({ b: [2, { c: 4, d: 3 }], a: 1 }))
  assert.notStrictEqual(contentKey({ a: 1 }), contentKey({ a: 2 }))
  assert.notStrictEqual(contentKey({}, new Float64Array([1])), contentKey({}, new Float64Array([2])))
  // What sha256sum prints for the two bytes {}.
  assert.strictEqual(contentKey({}), "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
})

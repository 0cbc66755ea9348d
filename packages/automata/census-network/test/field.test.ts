import { affine, type Forward, glorotUniform, zeros } from "@rulescope/tensor"
import {
  line,
  moore,
  type Neighbourhood,
  neighbourhoodById,
  takeCensus,
  unobserved,
  vonNeumann
} from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { type Sample, sampleOf } from "@rulescope/automata"
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { entropyAndGradients, weightedRows } from "../src/index.ts"
import { makeBatches } from "../src/field/batches.ts"
import { countField } from "../src/field/fieldCensus.ts"
import { fieldOf, kernelOf, patchIndices, pickCells } from "../src/field/receptiveField.ts"
import { drawSurroundings, meanOf, surround } from "../src/field/surroundings.ts"
import { decodeCells, encodeCells } from "../src/rows.ts"
import { runtimeOf } from "./backends.ts"

/** Frames of random cells, some of them hidden. */
const noise = (seed: string, { frames = 5, height = 9, hidden = 0, width = 11 } = {}): Sample => {
  const random = makeRandom(seed)
  const cells = Uint8Array.from({ length: frames * height * width }, () =>
    random.uniform() < hidden ? unobserved : random.below(2)
  )
  const recording = { source: seed, width, height, frames, states: 2, cells, boundary: "torus" as const, rule: null }
  return sampleOf({
    recording,
    boundary: "torus",
    transitions: Array.from({ length: frames - 1 }, (_, t) => t)
  })
}

const inputsOf = (field: Neighbourhood) => (cells: Uint8Array) => ({
  shape: [field.offsets.length],
  values: encodeCells(cells, 2)
})

it("two convolutions see what their offsets add up to", () => {
  assert.strictEqual(fieldOf(moore(1), 2).id, "moore-2")
  assert.strictEqual(fieldOf(line(1), 2).id, "line-2")
  assert.strictEqual(fieldOf(vonNeumann(1), 2).offsets.length, vonNeumann(2).offsets.length)
  assert.strictEqual(fieldOf(moore(1), 1).id, "moore-1")
  assert.strictEqual(kernelOf(5, moore(1)).id, "moore-2")
  assert.strictEqual(kernelOf(5, line(1)).id, "line-2")
  assert.strictEqual(kernelOf("rule", vonNeumann(1)).id, "von-neumann-1")
  for (const cells of [moore(0), moore(3), vonNeumann(2), line(4)]) {
    assert.deepStrictEqual(neighbourhoodById(cells.id), cells)
  }
  assert.isNull(neighbourhoodById("moore"))
})

it("the middle of nine 3×3 patches of a 5×5 one is the 3×3 patch in its middle", () => {
  const cells = Uint8Array.from({ length: 25 }, (_, i) => i)
  const nine = pickCells(cells, 25, patchIndices(moore(2), moore(1)))
  assert.lengthOf(nine, 81)
  assert.deepStrictEqual([...nine.subarray(4 * 9, 5 * 9)], [6, 7, 8, 11, 12, 13, 16, 17, 18])
  assert.deepStrictEqual([...nine.subarray(0, 9)], [0, 1, 2, 5, 6, 7, 10, 11, 12])
})

it("the census of a field that can be tabulated is the tabulated one", () => {
  const samples = [noise("a"), { ...noise("b", { hidden: 0.1 }), weights: [1, 0, 2.5, 1] }]
  const { cells, counts } = countField(moore(1), 2, samples, 512)!
  const total = new Float64Array(1024)
  for (const sample of samples) {
    for (const [i, weight] of sample.weights.entries()) {
      const table = takeCensus(moore(1), 2, [{ ...sample, transitions: [sample.transitions[i]!] }])
      for (const [at, count] of table.counts.entries()) total[at]! += weight * count
    }
  }
  const found = new Float64Array(1024)
  for (let row = 0; 9 * row < cells.length; row++) {
    const pattern = cells.subarray(9 * row, 9 * row + 9).reduce((key, cell) => 2 * key + cell, 0)
    found.set(counts.subarray(2 * row, 2 * row + 2), 2 * pattern)
  }
  assert.deepStrictEqual(found, total)
  assert.isNull(countField(moore(1), 2, samples, cells.length / 9 - 1))
})

it("patterns too long for a number are told apart all the same", () => {
  const counted = countField(moore(4), 2, [noise("long", { frames: 2, width: 9, height: 9 })], 100)!
  assert.lengthOf(counted.counts, 2 * 81)
  assert.lengthOf(counted.cells, 81 * 81)
})

it("a pattern keeps its cells in every surrounding, and surroundings are observed ones", () => {
  const sample = noise("around", { hidden: 0.05, frames: 9 })
  const around = drawSurroundings(moore(2), moore(1), [sample], "seed")!
  assert.deepStrictEqual(around, drawSurroundings(moore(2), moore(1), [sample], "seed"))
  assert.deepStrictEqual(around.shape, [16, 16])
  const patterns = [0, 0b101010101, 511]
  const rows = surround(decodeCells(patterns, 9, 2), moore(2), moore(1), around)
  const seen = new Set<string>()
  const { cells } = countField(moore(2), 2, [sample], 1e6)!
  const ring = (block: Uint8Array) =>
    [...block].filter((_, i) => ![6, 7, 8, 11, 12, 13, 16, 17, 18].includes(i)).join("")
  for (let row = 0; 25 * row < cells.length; row++) seen.add(ring(cells.subarray(25 * row, 25 * row + 25)))
  for (let row = 0; row < 48; row++) {
    const block = rows.subarray(25 * row, 25 * row + 25)
    const inner = [6, 7, 8, 11, 12, 13, 16, 17, 18].reduce((key, i) => 2 * key + block[i]!, 0)
    assert.strictEqual(inner, patterns[Math.floor(row / 16)])
    assert.deepStrictEqual(ring(block), [...around.values.subarray((row % 16) * 16, (row % 16) * 16 + 16)].join(""))
    assert.isTrue(seen.has(ring(block)))
  }
  assert.deepStrictEqual([...meanOf(Float32Array.from([0, 1, 0.5, 0.5, 1, 0, 1, 0]), 2, 2)], [0.25, 0.75, 1, 0])
})

it("no surroundings where no whole field was observed", () => {
  const small = noise("small", { width: 4, height: 4 })
  assert.isNull(drawSurroundings(moore(2), moore(1), [{ ...small, boundary: "unknown" }], "seed"))
})

it("batches take every transition once a round, in another order each, and only observed cells", () => {
  const samples = [noise("one", { frames: 4 }), { ...noise("two", { frames: 4, hidden: 0.02 }), weights: [1, 0, 3] }]
  const at = makeBatches(moore(1), 2, samples, 1, "seed", inputsOf(moore(1)))
  const round = (from: number) => [0, 1, 2, 3, 4].map((i) => at(from + i))
  const cellsOf = (lessons: ReturnType<typeof round>) => lessons.map(({ inputs }) => inputs.values.join()).sort()
  assert.deepStrictEqual(cellsOf(round(5)), cellsOf(round(0)))
  assert.notDeepEqual(
    round(5).map(({ inputs }) => inputs.values),
    round(0).map(({ inputs }) => inputs.values)
  )
  assert.deepStrictEqual(at(3), at(3))
  for (const { inputs, targets, weights } of round(0)) {
    assert.isTrue([...inputs.values].every((value) => value === 1 || value === -1))
    assert.strictEqual(inputs.values.length, 9 * weights.length)
    assert.strictEqual(targets.length, 2 * weights.length)
    assert.closeTo(
      weights.reduce((a, b) => a + b, 0),
      1,
      1e-5
    )
  }
})

it("in a batch a frame weighs as its sample says", () => {
  const samples = [noise("light", { frames: 2 }), { ...noise("heavy", { frames: 2 }), weights: [3] }]
  const { weights } = makeBatches(moore(1), 2, samples, 2, "seed", inputsOf(moore(1)))(1)
  const distinct = [...new Set(weights)].toSorted((a, b) => a - b)
  assert.lengthOf(distinct, 2)
  assert.closeTo(distinct[1]! / distinct[0]!, 3, 1e-5)
})

it("of a large frame a part is taken, and a frame with nothing observed is passed over", () => {
  const large = noise("large", { frames: 2, width: 100, height: 70 })
  assert.lengthOf(makeBatches(moore(1), 2, [large], 1, "seed", inputsOf(moore(1)))(1).weights, 64 * 64)
  const blank = noise("blank", { frames: 2 })
  blank.recording.cells.fill(unobserved)
  const at = makeBatches(moore(1), 2, [blank, noise("seen", { frames: 2 })], 1, "seed", inputsOf(moore(1)))
  for (const step of [1, 2, 3, 4]) assert.lengthOf(at(step).weights, 99)
})

it.effect("the gradient on all frames at once is the gradient on their census", () =>
  Effect.gen(function* () {
    const sample = noise("gradient", { hidden: 0.01 })
    const weights = [glorotUniform("out.kernel", [9, 2], "seed"), zeros("out.bias", [2])]
    const forward: Forward = (tf, weight, x) => affine(tf, weight, "out", x)
    const runtime = yield* runtimeOf("wasm")
    const on = ({ inputs, ...rows }: ReturnType<ReturnType<typeof makeBatches>>) =>
      entropyAndGradients(runtime, { forward, weights }, { ...rows, inputs })
    const dense = yield* on(makeBatches(moore(1), 2, [sample], 4, "seed", inputsOf(moore(1)))(1))
    const rows = weightedRows(takeCensus(moore(1), 2, [sample]), 1)
    const exact = yield* on({ ...rows, inputs: inputsOf(moore(1))(decodeCells(rows.patterns, 9, 2)) })
    assert.closeTo(dense.loss, exact.loss, 1e-5)
    for (const [i, { values }] of exact.gradients.entries()) {
      for (const [j, value] of values.entries()) assert.closeTo(dense.gradients[i]!.values[j]!, value, 1e-5)
    }
  })
)

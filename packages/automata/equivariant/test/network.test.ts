import {
  type Action,
  actionOn,
  type Census,
  type GroupId,
  actionsOn,
  isotropic,
  moore,
  orbitsOf,
  ruleTable,
  vonNeumann
} from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { encodePatterns, entropyAndGradients, weightedRows } from "@rulescope/census-network"
import { Backend } from "@rulescope/tensor"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import {
  circularPatches,
  foldOrbits,
  gridForward,
  initialWeights,
  interpolatedViews,
  lookAt,
  type NetworkShape,
  patchForward,
  permutedViews,
  type Views
} from "../src/index.ts"
import { apply, cellsOf, difference, numbers, tf, weightsOf } from "./tensors.ts"

const all = Array.from({ length: 512 }, (_, pattern) => pattern)
const shape: NetworkShape = { width: 6, depth: 1, activation: "silu" }

/** Logits of an untrained network for patches of one channel. */
const logits = (views: Views, patches: Float32Array, network: NetworkShape = shape): Float32Array => {
  const { group, size } = views
  const seen = tf.tensor(lookAt(views, patches, 1), [patches.length / views.cells.offsets.length, group.order, size])
  return apply(patchForward(network, group), weightsOf(network, group, size), seen)
}

const moved = ({ cells, permutations }: Action, g: number, patches: Float32Array): Float32Array => {
  const area = cells.offsets.length
  return Float32Array.from(patches, (_, k) => patches[k - (k % area) + permutations[g]![k % area]!]!)
}

describe.each(actionsOn(moore(1)).map(({ group }) => group.id))("a network under %s", (id: GroupId) => {
  it.each(["silu", "relu", "tanh", "square", "prelu", "poly2"] as const)(
    "is invariant on all 3×3 patterns, bit for bit, with %s",
    (activation) => {
      const action = actionOn(id, moore(1))!
      const patches = encodePatterns(all, 9, 2)
      const still = logits(permutedViews(action), patches, { width: 5, depth: 2, activation })
      for (const g of action.permutations.keys()) {
        expect(logits(permutedViews(action), moved(action, g, patches), { width: 5, depth: 2, activation })).toEqual(
          still
        )
      }
      // And no more invariant than it should be: patterns of different orbits differ, up to a few rectified away.
      const orbits = orbitsOf(action, 2)
      const outputs = new Set(orbits.representatives.map((pattern) => still[2 * pattern]))
      expect(outputs.size).toBeGreaterThan(0.95 * orbits.representatives.length)
    }
  )

  it.each([2, 3])("is invariant on random patches of radius %i, bit for bit", (radius) => {
    const action = actionOn(id, moore(radius))!
    const patches = cellsOf(`${radius}`, 50 * action.cells.offsets.length)
    const still = logits(permutedViews(action), patches)
    for (const g of action.permutations.keys()) {
      expect(logits(permutedViews(action), moved(action, g, patches))).toEqual(still)
    }
    expect(new Set(still).size).toBe(100)
  })

  it.each(["silu", "prelu", "poly2"] as const)("on grids is the network on patches, %s, two channels", (activation) => {
    for (const radius of [1, 2]) {
      const views = permutedViews(actionOn(id, moore(radius))!)
      const network = { ...shape, activation }
      const weight = weightsOf(network, views.group, views.size * 2)
      const grids = tf.tensor4d(numbers("grids", 2 * 6 * 5 * 2), [2, 6, 5, 2])
      const patches = circularPatches(tf, views.cells, grids).dataSync() as Float32Array
      const seen = tf.tensor(lookAt(views, patches, 2), [60, views.group.order, views.size * 2])
      const onPatches = apply(patchForward(network, views.group), weight, seen)
      expect(difference(apply(gridForward(network, views), weight, grids), onPatches)).toBeLessThan(1e-5)
    }
  })
})

it("the gradient on orbits is the gradient on patterns", async () => {
  const random = makeRandom("gradient")
  const action = actionOn("C4", moore(1))!
  const table = ruleTable({ family: isotropic, labels: Uint8Array.from(isotropic.classes, () => random.below(2)) })
  const counts = new Float64Array(1024)
  for (const pattern of all) {
    for (let cell = random.below(40); cell > 0; cell--) {
      counts[2 * pattern + (random.uniform() < 0.9 ? table[pattern]! : 1 - table[pattern]!)]! += 1
    }
  }
  const census = { neighbourhood: moore(1), states: 2, counts }
  const views = permutedViews(action)
  const network = {
    forward: patchForward(shape, action.group),
    weights: initialWeights(shape, action.group, 9, 2)("seed")
  }
  const on = (some: Census) =>
    Effect.gen(function* () {
      const rows = weightedRows(some, 1)
      const inputs = { shape: [4, 9], values: lookAt(views, encodePatterns(rows.patterns, 9, 2), 1) }
      const runtime = yield* (yield* Backend.Backend).use
      return yield* entropyAndGradients(runtime, network, { ...rows, inputs })
    }).pipe(Effect.provide(Backend.layer("wasm")), Effect.runPromise)
  const folded = foldOrbits(census, orbitsOf(action, 2))
  expect(weightedRows(folded, 1).patterns.length).toBe(140)
  const [patterns, orbits] = [await on(census), await on(folded)]
  expect(orbits.loss).toBeCloseTo(patterns.loss, 5)
  for (const [i, { values }] of patterns.gradients.entries()) {
    expect(difference(orbits.gradients[i]!.values, values)).toBeLessThan(1e-4)
  }
})

describe("interpolated eighth turns", () => {
  const views = interpolatedViews(moore(1))!
  const ring = actionOn("C8", moore(1))!
  const patches = encodePatterns(all, 9, 2)
  const still = logits(views, patches)

  it("keep quarter turns bit for bit", () => {
    for (const g of [2, 4, 6]) expect(logits(views, moved(ring, g, patches))).toEqual(still)
  })

  it("keep eighth turns only roughly", () => {
    const error = difference(still, logits(views, moved(ring, 1, patches)))
    expect(error).toBeGreaterThan(0.01)
    expect(error).toBeLessThan(0.5)
  })

  it("turn a filter by 45°: the constant on a ring stays, a wave round the ring moves on", () => {
    const { cells, matrix, size } = views
    const weights = (g: number, b: number) => cells.offsets.map((_, j) => matrix[(g * 9 + j) * size + b]!)
    // b = 1 is constant round the ring at 1, b = 2 and 3 its first cosine and sine.
    expect(weights(1, 1)).toEqual(weights(0, 1))
    // The 45° turn of cos φ is (cos φ + sin φ) / √2.
    for (const [j, value] of weights(1, 2).entries()) {
      expect(value).toBeCloseTo((weights(0, 2)[j]! + weights(0, 3)[j]!) / Math.SQRT2, 6)
    }
    const [east, southEast, south] = [5, 8, 7]
    expect(weights(0, 2)[east]).toBeGreaterThan(0)
    expect(weights(0, 2)[south]).toBeCloseTo(0, 9)
    expect(weights(1, 2)[east]).toBeCloseTo(weights(1, 2)[south]!, 6)
    expect(weights(1, 2)[southEast]).toBeGreaterThan(weights(0, 2)[southEast]!)
  })

  it("on grids are the network on patches", () => {
    const weight = weightsOf(shape, views.group, views.size)
    const grids = tf.tensor4d(cellsOf("grids", 60), [2, 6, 5, 1])
    const local = circularPatches(tf, moore(1), grids).dataSync() as Float32Array
    const seen = tf.tensor(lookAt(views, local, 1), [60, 8, views.size])
    const onPatches = apply(patchForward(shape, views.group), weight, seen)
    expect(difference(apply(gridForward(shape, views), weight, grids), onPatches)).toBeLessThan(1e-5)
  })

  it("exist for squares only", () => {
    expect(interpolatedViews(vonNeumann(1))).toBeNull()
    expect(interpolatedViews(moore(0))).toBeNull()
    expect(interpolatedViews(moore(2))!.size).toBe(1 + 5 + 9)
  })
})

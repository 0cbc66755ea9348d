import { actionOn, moore } from "@rulescope/lattice"
import type { Tensor } from "@rulescope/tensor"
import { describe, expect, it } from "vitest"
import {
  circularPatches,
  convolutionSpread,
  convolveGrids,
  liftGrids,
  permutedViews,
  poolGrids,
  poolGroup
} from "../src/index.ts"
import { makeSpread, spread } from "../src/layers/spread.ts"
import { difference, numbers, tensor, tf } from "./tensors.ts"

it("spread copies rows exactly, and adds up their gradients", () => {
  const index = [2, 0, 1, 1, 2, 2]
  const x = tensor("x", 3, 4)
  const copy = (rows: Tensor) => spread(tf, makeSpread(index, 3), rows)
  expect(copy(x).dataSync()).toEqual(tf.gather(x, index).dataSync())
  const upstream = tensor("dy", 6, 4)
  const [a, b, c] = [[1], [2, 3], [0, 4, 5]].map((rows) => tf.sum(tf.gather(upstream, rows), [0]))
  expect(difference(tf.grad(copy)(x, upstream).dataSync(), tf.concat([a!, b!, c!], 0).dataSync())).toBeLessThan(1e-6)
})

it.each([1, 2, 4, 8, 16])("pooling over %i elements is the mean, gradient included", (order) => {
  const x = tensor("x", order, 5, 3)
  const upstream = tensor("dy", 5, 3)
  expect(difference(poolGroup(tf, x).dataSync(), tf.mean(x, [0]).dataSync())).toBeLessThan(1e-6)
  const wanted = tf.grad((v: Tensor) => tf.mean(v, [0]))(x, upstream)
  expect(
    difference(
      tf
        .grad((v: Tensor) => poolGroup(tf, v))(x, upstream)
        .dataSync(),
      wanted.dataSync()
    )
  ).toBeLessThan(1e-6)
})

it("circular patches read the neighbourhood around each cell of a torus", () => {
  const grid = tf.tensor4d(
    Float32Array.from({ length: 12 }, (_, i) => i),
    [1, 3, 4, 1]
  )
  const seen = circularPatches(tf, moore(1), grid).arraySync() as Array<Array<number>>
  expect(seen[0]).toEqual([11, 8, 9, 3, 0, 1, 7, 4, 5])
  expect(seen[11]).toEqual([6, 7, 4, 10, 11, 8, 2, 3, 0])
})

describe.each(["C4", "D4"] as const)("two 3×3 layers under %s", (id) => {
  const action = actionOn(id, moore(1))!
  const turned = convolutionSpread(action)
  const { order } = action.group
  const side = 7
  const [filter, bias] = [tensor("filter", 9, 4), tensor("bias", 4)]
  const [weights, second] = [tensor("weights", 9 * order * 4, 3), tensor("second", 3)]
  const run = (cells: Float32Array): Float32Array =>
    tf.tidy(() => {
      const lifted = liftGrids(tf, permutedViews(action), tf.tensor4d(cells, [1, side, side, 1]), filter, bias)
      const convolved = convolveGrids(tf, action, turned, tf.square(lifted), weights, second)
      return poolGrids(tf, action.group, tf.square(convolved)).dataSync() as Float32Array
    })

  it("turn with the whole grid", () => {
    const cells = numbers("grid", side * side)
    const still = run(cells)
    // The 7×7 grid moves as a neighbourhood of radius 3 does.
    const whole = actionOn(id, moore(3))!
    for (const permutation of whole.permutations.slice(1)) {
      const out = run(Float32Array.from(permutation, (j) => cells[j]!))
      const wanted = Float32Array.from(out, (_, k) => still[permutation[Math.floor(k / 3)]! * 3 + (k % 3)]!)
      expect(difference(out, wanted)).toBeLessThan(1e-5)
      expect(difference(out, still)).toBeGreaterThan(0.01)
    }
  })
})

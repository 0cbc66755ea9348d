import { type Action, actionOn, moore } from "@rulescope/lattice"
import { patchIndices } from "@rulescope/census-network"
import { describe, expect, it } from "vitest"
import {
  circularPatches,
  convolvedSpread,
  gridForward,
  lookAt,
  patchForward,
  permutedViews,
  regularSpread
} from "../src/index.ts"
import { apply, cellsOf, difference, numbers, tf, weightsOf } from "./tensors.ts"

const shape = { width: 4, depth: 1, activation: "silu" } as const
const indices = patchIndices(moore(2), moore(1))

/** What the nine 3×3 kernels inside of 5×5 patches see: shape patches × 9 × order × (9 · channels). */
const seenBy = (
  { group }: Action,
  views: ReturnType<typeof permutedViews>,
  patches: Float32Array,
  channels: number
) => {
  const rows = patches.length / (25 * channels)
  const inner = new Float32Array(rows * 81 * channels)
  for (let row = 0; row < rows; row++) {
    for (const [i, cell] of indices.entries()) {
      for (let c = 0; c < channels; c++)
        inner[(row * 81 + i) * channels + c] = patches[(row * 25 + cell) * channels + c]!
    }
  }
  return tf.tensor(lookAt(views, inner, channels), [rows, 9, group.order, 9 * channels])
}

describe.each(["trivial", "C4", "D4"] as const)("two 3×3 convolutions under %s", (id) => {
  const action = actionOn(id, moore(1))!
  const views = permutedViews(action)

  it("are invariant on random 5×5 patches, bit for bit", () => {
    const weight = weightsOf(shape, action.group, views.size, action)
    const field = actionOn(id, moore(2))!
    const patches = cellsOf("two", 40 * 25)
    const logits = (of: Float32Array) =>
      apply(patchForward(shape, action.group, action), weight, seenBy(action, views, of, 1))
    const still = logits(patches)
    expect(new Set(still).size).toBe(80)
    for (const permutation of field.permutations) {
      const moved = Float32Array.from(patches, (_, k) => patches[k - (k % 25) + permutation[k % 25]!]!)
      expect(logits(moved)).toEqual(still)
    }
  })

  it("on grids are those on patches, two channels", () => {
    const weight = weightsOf(shape, action.group, views.size * 2, action)
    const grids = tf.tensor4d(numbers("grids", 2 * 6 * 5 * 2), [2, 6, 5, 2])
    const patches = circularPatches(tf, moore(2), grids).dataSync() as Float32Array
    const onPatches = apply(patchForward(shape, action.group, action), weight, seenBy(action, views, patches, 2))
    expect(difference(apply(gridForward(shape, views, action), weight, grids), onPatches)).toBeLessThan(1e-5)
  })
})

it("a convolution over one cell reads as the layer without extent", () => {
  for (const id of ["C4", "D8"] as const) {
    const { group } = actionOn(id, moore(1))!
    const alone = { group, cells: moore(0), permutations: Array.from({ length: group.order }, () => [0]) }
    expect(convolvedSpread(alone)).toEqual(regularSpread(group))
  }
})

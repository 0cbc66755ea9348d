import type { Action, FiniteGroup, GroupId, Neighbourhood } from "@rulescope/lattice"

/** Weights with which every element of a group looks at the cells: all that is needed to apply a trained network. */
export interface Look {
  readonly group: FiniteGroup
  /** Parameters of a filter, per input channel and output channel. */
  readonly size: number
  /** Element g weighs cell j by Σ_b `matrix[(g * cells + j) * size + b]` · filter[b]. */
  readonly matrix: Float32Array
}

/** How every element of a group looks at a neighbourhood: the fixed half of a lifting convolution. */
export interface Views extends Look {
  readonly cells: Neighbourhood
  /** Largest group under which a network on these views is invariant exactly. */
  readonly exact: GroupId
}

/** The views of a permutation action: a filter has a parameter for every cell, and turning moves them. */
export const permutedViews = ({ cells, group, permutations }: Action): Views => {
  const size = cells.offsets.length
  const matrix = new Float32Array(group.order * size * size)
  for (const [g, permutation] of permutations.entries()) {
    for (const [b, j] of permutation.entries()) matrix[(g * size + j) * size + b] = 1
  }
  return { group, cells, size, matrix, exact: group.id }
}

/**
 * Patches as every element sees them: `patches[(n * cells + j) * channels + c]` to
 * `[((n * order + g) * size + b) * channels + c]`. Constant during training, so that the lifting convolution on
 * patches is one matrix product with the stored filter, and two patches that an element moves onto each other give
 * the same rows in another order, bit for bit.
 */
export const lookAt = ({ group, matrix, size }: Look, patches: Float32Array, channels: number): Float32Array => {
  const cells = matrix.length / (group.order * size)
  const rows = patches.length / (cells * channels)
  // Of a permutation action nearly all weights are 0.
  const terms = Array.from({ length: group.order * cells }, (_, at) =>
    Array.from({ length: size }, (__, b) => ({ b, weight: matrix[at * size + b]! })).filter(
      ({ weight }) => weight !== 0
    )
  )
  // Summed in double precision: exact for the few small terms there are, so the order of the cells leaves no trace.
  const seen = new Float64Array(rows * group.order * size * channels)
  for (let n = 0; n < rows; n++) {
    for (let g = 0; g < group.order; g++) {
      const to = (n * group.order + g) * size
      for (let j = 0; j < cells; j++) {
        const from = (n * cells + j) * channels
        for (const { b, weight } of terms[g * cells + j]!) {
          for (let c = 0; c < channels; c++) seen[(to + b) * channels + c]! += weight * patches[from + c]!
        }
      }
    }
  }
  return Float32Array.from(seen)
}

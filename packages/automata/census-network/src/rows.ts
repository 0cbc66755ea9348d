import { type Census, decodePattern, observedPatterns, rowTotal } from "@rulescope/lattice"

/** A census as a training set: one row for every pattern that occurs. */
export interface WeightedRows {
  readonly states: number
  /** Pattern of every row, ascending; its own number where patterns have none. */
  readonly patterns: ReadonlyArray<number>
  /** `counts[row * states + next]`, as observed. */
  readonly counts: Float64Array
  /** Share of each next state, shape rows × states, each row summing to 1. */
  readonly targets: Float32Array
  /** Weight of each row in the loss, summing to 1. */
  readonly weights: Float32Array
  /** Observed patterns that each row stands for, where a network cannot tell them apart; its own if absent. */
  readonly members?: ReadonlyArray<ReadonlyArray<number>>
  /** The rows are no patterns of the rule's neighbourhood; their numbers mean nothing elsewhere. */
  readonly anonymous?: true
}

/** Observed patterns that all rows stand for. */
export const patternsOf = ({ members, patterns }: WeightedRows): number =>
  members === undefined ? patterns.length : members.reduce((sum, of) => sum + of.length, 0)

/** Rows of counts, `counts[row * states + next]`, with the distribution of their outcomes, weighted by count^`weighting`. */
export const rowsOf = (
  patterns: ReadonlyArray<number>,
  counts: Float64Array,
  states: number,
  weighting: number
): WeightedRows => {
  const totals = patterns.map((_, row) => rowTotal(counts, states, row))
  const raw = totals.map((total) => total ** weighting)
  const sum = raw.reduce((a, b) => a + b, 0)
  return {
    states,
    patterns,
    counts,
    targets: Float32Array.from(counts, (count, i) => count / totals[Math.floor(i / states)]!),
    weights: Float32Array.from(raw, (weight) => weight / sum)
  }
}

/**
 * Every distinct pattern of a census as a row.
 *
 * With weighting 1 the loss over these rows is exactly the mean loss over all cells; with 0 every distinct pattern
 * counts alike, however rare.
 */
export const weightedRows = (census: Census, weighting: number): WeightedRows => {
  const { counts, states } = census
  const patterns = observedPatterns(census)
  const own = new Float64Array(patterns.length * states)
  for (const [row, pattern] of patterns.entries())
    own.set(counts.subarray(pattern * states, (pattern + 1) * states), row * states)
  return rowsOf(patterns, own, states, weighting)
}

/** Numbers that a network reads: one plane for each state but 0. */
export const planesOf = (states: number): number => states - 1

/** Cells of patterns one after another, shape patterns × cells, each 0 to states - 1. */
export const decodeCells = (patterns: ReadonlyArray<number>, cells: number, states: number): Uint8Array => {
  const decoded = new Uint8Array(patterns.length * cells)
  for (const [row, pattern] of patterns.entries()) decoded.set(decodePattern(pattern, cells, states), row * cells)
  return decoded
}

/**
 * Cells as network inputs, shape cells × planes, the planes of a cell side by side.
 *
 * Plane s - 1 is √(states - 1) where the cell is in state s and -1/√(states - 1) elsewhere: mean 0 and
 * variance 1 when states are equally likely, which the initial weights assume. For two states: ±1.
 */
export const encodeCells = (cells: Uint8Array, states: number): Float32Array => {
  const planes = planesOf(states)
  const present = Math.sqrt(planes)
  const inputs = new Float32Array(cells.length * planes).fill(-1 / present)
  for (let cell = 0; cell < cells.length; cell++) {
    const state = cells[cell]!
    if (state > 0) inputs[cell * planes + state - 1] = present
  }
  return inputs
}

/** Patterns as network inputs, shape patterns × (cells · planes). */
export const encodePatterns = (patterns: ReadonlyArray<number>, cells: number, states: number): Float32Array =>
  encodeCells(decodeCells(patterns, cells, states), states)

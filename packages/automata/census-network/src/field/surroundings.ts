import { type Neighbourhood } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import type { Sample } from "@rulescope/automata"
import type { Weight } from "@rulescope/core"
import { indicesIn, pickCells } from "./receptiveField.ts"
import { transitionsOf, visitCells } from "./observedCells.ts"

/** Surroundings in which a pattern is judged. */
const surroundingCount = 16

const outerIndices = (field: Neighbourhood, rule: Neighbourhood): ReadonlyArray<number> => {
  const inner = indicesIn(field, rule)
  return field.offsets.flatMap((_, i) => (inner.includes(i) ? [] : [i]))
}

/**
 * What was seen around neighbourhoods of the rule: states of the cells of the field outside of them, at cells drawn from
 * the samples, as an array that the model carries along. Null when no whole field was observed.
 */
export const drawSurroundings = (
  field: Neighbourhood,
  rule: Neighbourhood,
  samples: ReadonlyArray<Sample>,
  seed: string
): Weight | null => {
  const random = makeRandom(`${seed}/surroundings`)
  const transitions = transitionsOf(samples)
  const outer = outerIndices(field, rule)
  const drawn: Array<number> = []
  const enough = surroundingCount * outer.length
  // A drawn cell may have hidden cells around it; a recording with hardly a whole field is given up in the end.
  for (let tries = 0; drawn.length < enough && transitions.length > 0 && tries < 1000 * surroundingCount; tries++) {
    const { sample, transition } = transitions[random.below(transitions.length)]!
    const x = random.below(sample.recording.width)
    const y = random.below(sample.recording.height)
    visitCells(field, sample, transition, { x, y, width: 1, height: 1 }, (block) => {
      drawn.push(...pickCells(block, block.length, outer))
      return true
    })
  }
  if (drawn.length < enough) return null
  return { name: "surroundings", shape: [surroundingCount, outer.length], values: Float32Array.from(drawn) }
}

/** Whether an array is surroundings of a rule in a field: at most as many as are drawn, of as many cells as lie outside, each a state. */
export const isSurroundings = (
  { shape, values }: Weight,
  field: Neighbourhood,
  rule: Neighbourhood,
  states: number
): boolean =>
  shape.length === 2 &&
  shape[0]! >= 1 &&
  shape[0]! <= surroundingCount &&
  shape[1] === outerIndices(field, rule).length &&
  values.every((value) => Number.isInteger(value) && value >= 0 && value < states)

/** Puts every pattern into every surrounding: shape patterns × cells of the rule to (patterns · surroundings) × cells of the field. */
export const surround = (
  cells: Uint8Array,
  field: Neighbourhood,
  rule: Neighbourhood,
  { shape, values }: Weight
): Uint8Array => {
  const [inner, outer] = [indicesIn(field, rule), outerIndices(field, rule)]
  const [count, wide] = [shape[0]!, field.offsets.length]
  const patterns = cells.length / inner.length
  const rows = new Uint8Array(patterns * count * wide)
  for (let pattern = 0; pattern < patterns; pattern++) {
    for (let s = 0; s < count; s++) {
      const at = (pattern * count + s) * wide
      for (const [i, cell] of inner.entries()) rows[at + cell] = cells[pattern * inner.length + i]!
      for (const [i, cell] of outer.entries()) rows[at + cell] = values[s * outer.length + i]!
    }
  }
  return rows
}

/** The mean of every `count` consecutive rows of length `states`. */
export const meanOf = (rows: Float32Array, count: number, states: number): Float32Array => {
  if (count === 1) return rows
  const means = new Float32Array(rows.length / count)
  for (let i = 0; i < rows.length; i++) {
    const row = Math.floor(i / (count * states))
    means[row * states + (i % states)]! += rows[i]! / count
  }
  return means
}

import { type Inputs } from "@rulescope/tensor"
import { type Neighbourhood } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import type { Sample } from "@rulescope/automata"
import type { Lesson } from "../crossEntropy.ts"
import { transitionsOf, visitCells, type Window, wholeFrame } from "./observedCells.ts"

/** Sides of what is taken of one frame at most, in cells: more of a frame tells little more and takes as much longer. */
const largestSide = 64

/** A window of a frame: all of it, or a random part where it is large. */
const windowOf = (sample: Sample, random: ReturnType<typeof makeRandom>): Window => {
  const whole = wholeFrame(sample)
  const [width, height] = [Math.min(whole.width, largestSide), Math.min(whole.height, largestSide)]
  return { x: random.below(whole.width - width + 1), y: random.below(whole.height - height + 1), width, height }
}

/**
 * What each step of dense training learns: every observed cell of `frames` frames with its outcome. All transitions
 * take their turns in an order drawn anew for each round; a function of the step and the seed alone.
 */
export const makeBatches = (
  field: Neighbourhood,
  states: number,
  samples: ReadonlyArray<Sample>,
  frames: number,
  seed: string,
  inputs: (cells: Uint8Array) => Inputs
): ((step: number) => Lesson) => {
  const transitions = transitionsOf(samples)
  let round = -1
  let order: Array<number> = []
  const turn = (index: number): number => {
    const wanted = Math.floor(index / transitions.length)
    if (wanted !== round) {
      round = wanted
      const random = makeRandom(`${seed}/round-${round}`)
      order = transitions.map((_, i) => i)
      for (let i = order.length - 1; i > 0; i--) {
        const j = random.below(i + 1)
        ;[order[i], order[j]] = [order[j]!, order[i]!]
      }
    }
    return order[index % transitions.length]!
  }
  return (step) => {
    const random = makeRandom(`${seed}/step-${step}`)
    const cells: Array<number> = []
    const outcomes: Array<number> = []
    const weights: Array<number> = []
    // A step in which nothing was observed would teach nothing: it goes on to further frames.
    for (let i = 0; i < frames || (outcomes.length === 0 && i < 2 * transitions.length); i++) {
      const { sample, transition, weight } = transitions[turn(step * frames + i)]!
      visitCells(field, sample, transition, windowOf(sample, random), (block, next) => {
        for (const cell of block) cells.push(cell)
        outcomes.push(next)
        weights.push(weight)
        return true
      })
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const targets = new Float32Array(outcomes.length * states)
    for (const [row, next] of outcomes.entries()) targets[row * states + next] = 1
    return {
      inputs: inputs(Uint8Array.from(cells)),
      states,
      targets,
      weights: Float32Array.from(weights, (weight) => weight / total)
    }
  }
}

import type { Census, Neighbourhood } from "@rulescope/lattice"
import type { Sample } from "@rulescope/automata"
import type { Weight } from "@rulescope/core"
import type { Refusal, Trainable } from "../censusBackbone.ts"
import { decodeCells, rowsOf, weightedRows } from "../rows.ts"
import { makeBatches } from "./batches.ts"
import { countField } from "./fieldCensus.ts"
import type { FieldConfig } from "./fields.ts"
import type { Training } from "../train.ts"
import { drawSurroundings, surround } from "./surroundings.ts"

/** Distinct patterns up to which a field is trained on its census without being told to: more rows than frames of one step have. */
const fewPatterns = 2 ** 12
/** Distinct patterns that are held at most. */
const mostPatterns = 2 ** 20

/** What a network trains on and what its training is judged on. */
export interface Plan extends Pick<Training, "rows" | "inputs" | "inputsPerRow" | "batches"> {
  readonly on: "census" | "frames"
  /** Rows of a step, or frames. */
  readonly size: number
  /** What was seen around the rule's neighbourhood, for a network that sees further. */
  readonly surroundings: Weight | null
}

/**
 * Chooses what to train on. On the census itself where the network sees the rule's neighbourhood. One that sees further
 * trains on the distinct patterns of its own field while they are few, else on frames; it is then judged on the
 * patterns of the rule, each in surroundings drawn from the samples.
 */
export const planTraining = (
  { batch, training, weighting }: FieldConfig & { readonly weighting: number },
  field: Neighbourhood,
  census: Census,
  { inputs, rows: own }: Trainable,
  samples: ReadonlyArray<Sample>,
  seed: string
): Plan | Refusal => {
  const { neighbourhood: rule, states } = census
  const near = field.id === rule.id
  const decoded = (patterns: ReadonlyArray<number>) => decodeCells(patterns, rule.offsets.length, states)
  if (near && training !== "frames") {
    const { patterns } = own
    return { on: "census", size: patterns.length, rows: own, inputs: inputs(decoded(patterns)), surroundings: null }
  }
  if (samples.length === 0) {
    return {
      reason: `to train on ${near ? "frames" : `the cells of ${field.id}`} takes the frames, and only their census is known`,
      remedy: 'use the kernel "rule" and the training "auto"'
    }
  }
  const surroundings = near ? null : drawSurroundings(field, rule, samples, seed)
  if (!near && surroundings === null) {
    return {
      reason: `no cell is observed together with all of ${field.id} around it`,
      remedy: "record a larger window, or use a smaller kernel"
    }
  }
  if (training !== "frames") {
    const counted = countField(field, states, samples, training === "auto" ? fewPatterns : mostPatterns)
    if (counted !== null) {
      const numbers = Array.from({ length: counted.counts.length / states }, (_, row) => row)
      const rows = { ...rowsOf(numbers, counted.counts, states, weighting), anonymous: true as const }
      return { on: "census", size: numbers.length, rows, inputs: inputs(counted.cells), surroundings }
    }
    if (training === "census") {
      return {
        reason: `there are more than ${mostPatterns} distinct patterns of ${field.id}`,
        remedy: 'use the training "frames"'
      }
    }
  }
  const rows = weightedRows(census, 0)
  const cells = decoded(rows.patterns)
  return {
    on: "frames",
    size: batch,
    rows,
    inputs: inputs(surroundings === null ? cells : surround(cells, field, rule, surroundings)),
    inputsPerRow: surroundings === null ? 1 : surroundings.shape[0]!,
    batches: makeBatches(field, states, samples, batch, seed, inputs),
    surroundings
  }
}

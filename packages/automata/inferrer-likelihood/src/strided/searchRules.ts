import { bitSlicedStep, makePacked, type Packed } from "@rulescope/lattice"
import { bits, type Trial } from "./trials.ts"

/** Life-like rules: 18 classes with two labels each. */
const rules = 1 << 18

/** Rules with a mismatch count each, both over all trials taken. */
export interface Survivors {
  /** Bit c of a code is the label of class c. */
  readonly codes: Int32Array
  readonly mismatches: Float64Array
  /** Cells that were compared. */
  readonly cells: number
}

export const labelsOf = (code: number, labels = new Uint8Array(18)): Uint8Array => {
  for (let c = 0; c < 18; c++) labels[c] = (code >> c) & 1
  return labels
}

/** Counts the judged cells of a trial that a rule gets wrong, over `stride` generations. */
const makeCounter = ({ after, before, boundary, judged }: Trial, stride: number) => {
  const worlds: [Packed, Packed] = [makePacked(before.width, before.height), makePacked(before.width, before.height)]
  const labels = new Uint8Array(18)
  return (code: number): number => {
    const step = bitSlicedStep(labelsOf(code, labels), boundary)
    let from = before
    for (let k = 0; k < stride; k++) {
      const to = worlds[k & 1]!
      step(from, to)
      from = to
    }
    let wrong = 0
    const { words } = from
    for (let i = 0; i < words.length; i++) {
      const difference = (words[i]! ^ after.words[i]!) & judged.words[i]!
      if (difference !== 0) wrong += bits(difference)
    }
    return wrong
  }
}

/** Rules kept after the first trial at most, besides those without a mismatch; halved with every further trial. */
const most = 4096
const fewest = 256

/** The `count` rules with the fewest mismatches, with all that tie with the last of them when they have none. */
const best = ({ cells, codes, mismatches }: Survivors, count: number): Survivors => {
  const order = Int32Array.from(codes.keys()).sort((a, b) => mismatches[a]! - mismatches[b]! || codes[a]! - codes[b]!)
  let kept = Math.min(count, order.length)
  while (kept < order.length && 0 === mismatches[order[kept]!]) kept++
  const chosen = order.subarray(0, kept)
  return {
    codes: Int32Array.from(chosen, (i) => codes[i]!),
    mismatches: Float64Array.from(chosen, (i) => mismatches[i]!),
    cells
  }
}

/**
 * All 2¹⁸ Life-like rules against the first trial, the best of them against the others. Without noise the search is
 * exhaustive: a rule left out contradicts the frames. Yields between pieces of work.
 */
export function* searchRules(trials: ReadonlyArray<Trial>, stride: number): Generator<void, Survivors> {
  let survivors: Survivors = {
    codes: Int32Array.from({ length: rules }, (_, i) => i),
    mismatches: new Float64Array(rules),
    cells: 0
  }
  let keep = most
  for (const trial of trials) {
    const count = makeCounter(trial, stride)
    const { codes, mismatches } = survivors
    for (let i = 0; i < codes.length; i++) {
      mismatches[i]! += count(codes[i]!)
      if ((i & 8191) === 8191) yield
    }
    survivors = best({ codes, mismatches, cells: survivors.cells + trial.cells }, keep)
    keep = Math.max(fewest, keep >> 1)
    yield
  }
  return survivors
}

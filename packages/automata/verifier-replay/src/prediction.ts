import {
  type Boundary,
  cellStep,
  type Differences,
  differences,
  frameOf,
  frameStep,
  makePacked,
  packedFrame,
  type PackedFrame,
  packFrame,
  type Recording,
  type Rule,
  unobserved
} from "@rulescope/lattice"

/** Predicts frames of a recording from frames, and compares them with what was recorded. */
export interface Prediction {
  /** Begins at recorded frame t. */
  readonly startAt: (t: number) => void
  /** Begins at cells of shape height × width. */
  readonly startFrom: (cells: Uint8Array) => void
  /** Predicts the next frame, `stride` generations on; what is unknown on the way spreads. */
  readonly advance: () => void
  /** Compares the prediction with recorded frame t where both are known. */
  readonly compare: (t: number) => Differences
}

/** How a prediction holds frames. */
interface Frames<F> {
  readonly recorded: (t: number) => F
  readonly from: (cells: Uint8Array) => F
  /** One generation on; what it gives lasts until the call after the next. */
  readonly step: (frame: F) => F
  readonly compare: (said: F, seen: F) => Differences
}

const predict = <F>({ compare, from, recorded, step }: Frames<F>, stride: number): Prediction => {
  let now = recorded(0)
  return {
    startAt: (t) => {
      now = recorded(t)
    },
    startFrom: (cells) => {
      now = from(cells)
    },
    advance: () => {
      for (let k = 0; k < stride; k++) now = step(now)
    },
    compare: (t) => compare(now, recorded(t))
  }
}

/** Two-state worlds on the 3×3 Moore neighbourhood, 32 cells a word. */
const packed = (rule: Rule, recording: Recording, boundary: Boundary): Frames<PackedFrame> | null => {
  const { height, width } = recording
  const step = frameStep(rule, width, height, boundary)
  if (step === null) return null
  const slots = [0, 1].map(() => ({ live: makePacked(width, height), hidden: makePacked(width, height) }))
  return {
    recorded: (t) => packedFrame(recording, t),
    from: (cells) => packFrame(cells, width, height),
    step: (frame) => step(frame, slots[frame.live === slots[0]!.live ? 1 : 0]!),
    compare: differences
  }
}

const countDifferences = (said: Uint8Array, seen: Uint8Array): Differences => {
  let compared = 0
  let different = 0
  for (let at = 0; at < said.length; at++) {
    if (said[at] === unobserved || seen[at] === unobserved) continue
    if (said[at] !== seen[at]) different++
    compared++
  }
  return { compared, different }
}

const cellwise = (rule: Rule, recording: Recording, boundary: Boundary): Frames<Uint8Array> => {
  const { height, width } = recording
  const step = cellStep(rule, width, height, boundary)
  const slots = [0, 1].map(() => new Uint8Array(width * height))
  return {
    recorded: (t) => frameOf(recording, t),
    from: (cells) => cells,
    step: (frame) => {
      const next = slots[frame === slots[0] ? 1 : 0]!
      step(frame, next)
      return next
    },
    compare: countDifferences
  }
}

/** What a rule predicts of a recording, `stride` ≥ 1 generations from frame to frame. */
export const prediction = (rule: Rule, recording: Recording, boundary: Boundary, stride: number): Prediction => {
  const words = packed(rule, recording, boundary)
  return words === null ? predict(cellwise(rule, recording, boundary), stride) : predict(words, stride)
}

/** What lies beyond the edges of a recorded window. */
export type Boundary = "torus" | "dead" | "unknown"

/** State value of a cell that was not observed. */
export const unobserved = 255

/** A value that a source writes, and the state that it was taken for. */
export interface ValueState {
  /** As the source writes it: "255", "⬛" or "#ffffff". */
  readonly value: string
  /** 0 to states - 1, or 255 = unobserved. */
  readonly state: number
  /** How many cells hold it, over all frames. */
  readonly cells: number
}

/** What the bytes of a source were taken for, to be said before anything is found in them. */
export interface Reading {
  /** Its format, as an entry of a registry names it: "npz". */
  readonly format: string
  /** Every value that occurs, states in rising order, unobserved last. */
  readonly values: ReadonlyArray<ValueState>
  /** How many cells were not observed, over all frames. */
  readonly unobserved: number
  /** The rule as the source writes it, a known family or not; null when it states none. */
  readonly stated: string | null
  /** What else was decided, a sentence each: "frames 3 and 9 repeat the one before and are left out". */
  readonly remarks: ReadonlyArray<string>
}

/** Frames of one evolution, oldest first. */
export interface Recording {
  /** Where it comes from, for messages: a file name or "soup 3". */
  readonly source: string
  /** Cells per row. */
  readonly width: number
  /** Rows per frame; 1 for a one-dimensional world. */
  readonly height: number
  /** Number of frames, at least 1. */
  readonly frames: number
  /** Number of states, 2 to 255. */
  readonly states: number
  /** `cells[(t * height + y) * width + x]`: 0 to states - 1, or 255 = unobserved. */
  readonly cells: Uint8Array
  /** "auto": to be decided from the data. */
  readonly boundary: Boundary | "auto"
  /** Rule that made it, when the source says so. */
  readonly rule: string | null
  /** Generation of the first frame, when the source says so. */
  readonly firstGeneration?: number
  /** What was read, when it comes from a file. */
  readonly reading?: Reading
  /** Generations from one frame to the next; 1 when left out. */
  readonly stride?: number
}

/** Cells of frame t (0 to frames - 1), shape height × width, a view. */
export const frameOf = (recording: Recording, t: number): Uint8Array => {
  const size = recording.width * recording.height
  return recording.cells.subarray(t * size, (t + 1) * size)
}

/** Every nth frame, the first one among them. */
export const everyNth = (recording: Recording, n: number): Recording => {
  const { frames, height, stride = 1, width } = recording
  const kept = Math.floor((frames - 1) / n) + 1
  const cells = new Uint8Array(kept * height * width)
  for (let t = 0; t < kept; t++) cells.set(frameOf(recording, t * n), t * height * width)
  return { ...recording, frames: kept, cells, stride: n * stride }
}

/** All transitions of a recording, 0 to frames - 2; transition t leads from frame t to frame t + 1. */
export const allTransitions = (recording: Recording): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, recording.frames - 1) }, (_, t) => t)

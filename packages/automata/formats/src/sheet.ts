import type { Boundary } from "@rulescope/lattice"

/** A value as a file writes it: a number, a character or a colour "#rrggbb"; null = not observed. */
export type Value = number | string | null

/** What a file says about its frames besides the cells. */
export interface Statement {
  readonly boundary: Boundary | "auto"
  /** The rule as it is written, without a topology; null when none is. */
  readonly rule: string | null
  /** Number of states; 0 when the file does not say. */
  readonly states: number
}

export const nothingStated: Statement = { boundary: "auto", rule: null, states: 0 }

/** Frames of one evolution, their values not yet taken for states. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly frames: number
  /** `codes[(t * height + y) * width + x]`: index into `values`. */
  readonly codes: Uint8Array
  /** What a code stands for; not each of them need occur, and two may stand for the same. */
  readonly values: ReadonlyArray<Value>
  /** The states that values are, where the format says so; null where they are to be found. */
  readonly states: ReadonlyMap<Value, number> | null
  readonly statement: Statement
  /** Name of the part of the file that it comes from; "" for the whole file. */
  readonly name: string
  /** Generation of every frame, or null when the file does not say. */
  readonly generations: ReadonlyArray<number> | null
  /**
   * For one grid of which nothing tells whether it is a frame or its rows are the generations of a line of cells:
   * what it is taken for unless the cells say otherwise. Null where it is known.
   */
  readonly flat: "frame" | "lines" | null
  /** What was decided on the way, a sentence each. */
  readonly remarks: ReadonlyArray<string>
}

/** A sheet of which nothing is known but its cells. */
export const sheetOf = (
  cells: Pick<Sheet, "width" | "height" | "frames" | "codes" | "values">,
  known: Partial<Sheet> = {}
): Sheet => ({
  states: null,
  statement: nothingStated,
  name: "",
  generations: null,
  flat: null,
  remarks: [],
  ...cells,
  ...known
})

/** Codes that are the states already: 0 to 254, and 255 = unobserved. */
export const stateValues: ReadonlyArray<Value> = Array.from({ length: 256 }, (_, code) => (code === 255 ? null : code))

/** Every state is itself. */
export const statesThemselves: ReadonlyMap<Value, number> = new Map(stateValues.map((value, code) => [value, code]))

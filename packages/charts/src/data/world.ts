/** One frame of a world. */
export interface World {
  readonly width: number
  readonly height: number
  /** `cells[y * width + x]`: a state, or 255 = unobserved (in a replay: undetermined). */
  readonly cells: Uint8Array
}

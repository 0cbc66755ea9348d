import type { Neighbourhood } from "./neighbourhood.ts"

/** Classes of patterns that a rule treats alike: a family, or the orbits of a symmetry. */
export interface Partition {
  readonly neighbourhood: Neighbourhood
  readonly states: number
  readonly classes: { readonly length: number }
  /** Class of every pattern. */
  readonly partition: Uint16Array | null
}

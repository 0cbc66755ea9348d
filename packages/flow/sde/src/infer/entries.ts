import type { Trajectory } from "../simulate/trajectory.ts"
import type { Space } from "../space.ts"
import type { Entry } from "../terms/symmetry.ts"
import type { Term } from "../terms/term.ts"
import { extend } from "./extended.ts"
import type { Part } from "./fit.ts"
import { takeMoments } from "./moments.ts"

/** A coefficient that is sought: an entry of the laws of all groups of recordings, or of one group's own. */
export interface Sought extends Entry {
  /** The group whose own it is; absent for a coefficient that all share. */
  readonly group?: number
}

/** Every term of a library in the equation of every coordinate. */
export const everywhere = (space: Space, library: ReadonlyArray<Term>): ReadonlyArray<Entry> =>
  space.coordinates.flatMap((_, coordinate) => library.map((term) => ({ coordinate, term })))

/** Entries that all groups share, those that `own` picks once for each group. */
export const soughtOf = (
  entries: ReadonlyArray<Entry>,
  groups: number,
  own: (entry: Entry) => boolean
): ReadonlyArray<Sought> =>
  entries.flatMap((entry): ReadonlyArray<Sought> =>
    own(entry) ? Array.from({ length: groups }, (_, group) => ({ ...entry, group })) : [entry]
  )

/** The moments of each group for the coefficients that it has a part in, to an order in Δ. */
export const partsOf = (
  groups: ReadonlyArray<ReadonlyArray<Trajectory>>,
  sought: ReadonlyArray<Sought>,
  order: number
): ReadonlyArray<Part> =>
  groups.map((trajectories, g) => {
    const [{ interval, space }] = trajectories as [Trajectory]
    const places = [...sought.keys()].filter((j) => (sought[j]!.group ?? g) === g)
    const extended = extend(
      space,
      interval,
      places.map((j) => sought[j]!),
      order
    )
    return { extended, moments: takeMoments(extended, trajectories), places }
  })

import { type Bins, makeBins, type Trajectory } from "@rulescope/sde"

/** Bins of each coordinate by the number of coordinates: some hundreds to some thousands in all. */
const perCoordinate = [64, 20, 10, 6, 5, 4]

/** How the space of recordings is cut for the census. */
export const binsFor = (recordings: ReadonlyArray<Trajectory>): Bins =>
  makeBins(recordings, perCoordinate[recordings[0]!.space.coordinates.length - 1] ?? 3)

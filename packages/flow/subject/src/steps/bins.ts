import { type Bins, makeBins, type Trajectory } from "@rulescope/sde"

/** By the number of coordinates: some hundreds to some thousands in all. */
const perCoordinate = [64, 20, 10, 6, 5, 4]

/** Bins of each coordinate in a space of so many. */
export const binsPerCoordinate = (coordinates: number): number => perCoordinate[coordinates - 1] ?? 3

/** How the space of recordings is cut for the census. */
export const binsFor = (recordings: ReadonlyArray<Trajectory>): Bins =>
  makeBins(recordings, binsPerCoordinate(recordings[0]!.space.coordinates.length))

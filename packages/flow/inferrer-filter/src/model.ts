import { entriesOf, type Library } from "@rulescope/flow"
import { type Entry, type FilterModel, formsOf, type Term } from "@rulescope/sde"

/** Number of recorded coordinates: the others follow them. */
const recordedOf = ({ hidden, space }: Library): number =>
  hidden === "nothing" ? space.coordinates.length : space.coordinates.length / 2

/** The term that is one real coordinate. */
const coordinateTerm = ({ space }: Library, k: number): Term => ({
  wave: space.coordinates.map(() => 0),
  part: "cos",
  powers: formsOf(space).map(({ vector }) => (vector[k] === 1 && vector.every((v, i) => i === k || v === 0) ? 1 : 0))
})

/** The law of a library with its unknowns: all of its entries, or some. */
export const modelOf = (library: Library, entries: ReadonlyArray<Entry> = entriesOf(library)): FilterModel => {
  const recorded = recordedOf(library)
  const isHidden = library.hidden === "velocities"
  const observed = Array.from({ length: recorded }, (_, k) => k)
  return {
    space: library.space,
    fixed: isHidden
      ? observed.map((k) => ({ coordinate: k, term: coordinateTerm(library, recorded + k), value: 1 }))
      : [],
    entries,
    noisy: isHidden ? observed.map((k) => recorded + k) : observed,
    observed,
    readingError: library.readingError
  }
}

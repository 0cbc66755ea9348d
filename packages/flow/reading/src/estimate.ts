import { type LawEstimate, type Library, type Measured, type TermEstimate } from "@rulescope/flow"
import { type EntryEstimate, type Law, printLaw, sameTerm, termName } from "@rulescope/sde"
import { roundLaw } from "./rounded.ts"
import { stateOf } from "./states.ts"

/** What an inferrer found out, before it is said what of it is known. */
export interface Reading {
  /** Entries in the order of equations and library. */
  readonly entries: ReadonlyArray<EntryEstimate>
  /** The most probable law of each group of recordings, and the standard errors of its noise matrix. */
  readonly laws: ReadonlyArray<Law>
  readonly noiseErrors: ReadonlyArray<ArrayLike<number>>
  readonly readingError: Measured
  readonly order: number
  /** Why nothing can be known of any term; absent when something can. */
  readonly flaw?: string
  readonly used: LawEstimate["used"]
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

const termEstimate = ({ space }: Library, entry: EntryEstimate, flaw: string | undefined): TermEstimate => {
  const { alone, coordinate, error, group, openness, present, term, value } = entry
  const isFree = !Number.isFinite(alone.error) || !Number.isFinite(alone.value)
  return {
    coordinate: space.coordinates[coordinate]!.name,
    term: termName(space, term),
    ...(group === undefined ? {} : { recording: group }),
    value,
    error: finite(error),
    alone: isFree ? null : alone,
    present,
    openness: finite(openness),
    ...stateOf(entry, flaw)
  }
}

const rowsOf = (values: ArrayLike<number>, width: number): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: width }, (_, k) => Array.from({ length: width }, (__, l) => values[k * width + l]!))

/** A law whose noise matrix is the same above and below the diagonal, to the last bit. */
const symmetric = ({ drift, noise, space }: Law): Law => ({
  space,
  drift,
  noise: noise.map((row, k) => row.map((value, l) => (l > k ? noise[l]![k]! : value)))
})

/** A law as far as it is known. */
export const estimateOf = (reading: Reading, library: Library, recordings: number): LawEstimate => {
  const { entries, flaw, noiseErrors, order, readingError, used } = reading
  const laws = reading.laws.map(symmetric)
  const classes = entries.map((entry) => termEstimate(library, entry, flaw))
  const [first] = laws as [Law]
  const errorOf = (coordinate: number, place: number): number => {
    const { term } = first.drift[coordinate]![place]!
    const entry = entries.find(
      (one) => one.coordinate === coordinate && (one.group ?? 0) === 0 && sameTerm(one.term, term)
    )
    // What the library fixes, such as x' = v, has no error.
    return entry?.error ?? 0
  }
  const isWhole = classes.every(({ state }) => state !== "undetermined")
  const all = Array.from({ length: recordings }, (_, r) => r)
  return {
    law: isWhole ? printLaw(roundLaw(first, errorOf, noiseErrors[0]!)) : null,
    classes,
    laws: laws.map((law, g) => ({
      recordings: laws.length === 1 ? all : [g],
      law: printLaw(law),
      noise: { matrix: law.noise, error: rowsOf(noiseErrors[g]!, law.space.coordinates.length) }
    })),
    readingError,
    order,
    used
  }
}

import {
  type Boundary,
  type Family,
  type Neighbourhood,
  type Observation,
  observedPatterns,
  observedRows,
  partitionWithin,
  patternCount,
  type Recording,
  takeCensus,
  takeClassCensus
} from "@rulescope/lattice"

/** Transitions of one recording that stages may learn from, and those kept for the proof. */
export interface Split {
  readonly training: ReadonlyArray<number>
  readonly heldOut: ReadonlyArray<number>
}

/** First and last transition at which a class of a family occurs. */
interface Span {
  first: number
  last: number
}

/** Patterns up to which transitions are looked at pattern by pattern; beyond, class by class. */
const mostPatterns = 1 << 16

/** Tells which classes of each family occur among cells seen. */
const classesSeen = (
  families: ReadonlyArray<Family>,
  within: Neighbourhood
): ((observations: ReadonlyArray<Observation>) => ReadonlyArray<ReadonlyArray<number>>) => {
  const { states } = families[0]!
  if (patternCount(within, states) > mostPatterns) {
    return (observations) =>
      families.map((family) => observedRows(takeClassCensus(family, observations, within).counts, states))
  }
  const partitions = families.map((family) => partitionWithin(family, within))
  return (observations) => {
    const seen = observedPatterns(takeCensus(within, states, observations))
    return partitions.map((partition) => [...new Set(seen.map((pattern) => partition[pattern]!))])
  }
}

/** Spans of the classes that occur, by family, whatever lies beyond the edges. */
const classSpans = (
  recording: Recording,
  families: ReadonlyArray<Family>,
  within: Neighbourhood
): ReadonlyArray<ReadonlyArray<Span>> => {
  const spans = families.map(() => new Map<number, Span>())
  const classesIn = classesSeen(families, within)
  for (let t = 0; t < recording.frames - 1; t++) {
    for (const [index, classes] of classesIn(observing(recording, [t], anyBorder)).entries()) {
      for (const one of classes) {
        const span = spans[index]!.get(one)
        if (span === undefined) spans[index]!.set(one, { first: t, last: t })
        else span.last = t
      }
    }
  }
  return spans.map((ofFamily) => [...ofFamily.values()])
}

/** The same transitions with each of these boundaries. */
const observing = (
  recording: Recording,
  transitions: ReadonlyArray<number>,
  boundaries: ReadonlyArray<Boundary>
): ReadonlyArray<Observation> => boundaries.map((boundary) => ({ recording, boundary, transitions }))

const anyBorder = ["torus", "dead"] as const

/** Whether the insides of the frames that are learned from show every class that the others have, edges included. */
const losesNothing = (
  recording: Recording,
  families: ReadonlyArray<Family>,
  within: Neighbourhood,
  { heldOut, training }: Split
): boolean => {
  const classesIn = classesSeen(families, within)
  const learned = classesIn(observing(recording, training, ["unknown"]))
  const proved = classesIn(observing(recording, heldOut, anyBorder))
  return proved.every((classes, index) => {
    const known = new Set(learned[index])
    return classes.every((one) => known.has(one))
  })
}

/** How many classes of each family occur only in the block of transitions `start` to `start + length - 1`. */
const lostClasses = (spans: ReadonlyArray<ReadonlyArray<Span>>, start: number, length: number): ReadonlyArray<number> =>
  spans.map((ofFamily) => ofFamily.filter(({ first, last }) => first >= start && last < start + length).length)

const compare = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): number => {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : a[at]! - b[at]!
}

const range = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

/**
 * Keeps `share` of the transitions apart before anything learns.
 *
 * Of several recordings the last ones are kept whole, at least one. Of a single recording it is one block of
 * consecutive transitions: the one whose removal loses the fewest classes of the families (compared in their
 * order, the latest block on ties), of cells whose neighbourhood `within` is seen. Only inputs are looked at, never
 * outcomes. A single transition is not split: there is nothing to prove anything on. Neither is anything when the share
 * is 0: no proof is asked for.
 */
export const splitHeldOut = (
  recordings: ReadonlyArray<Recording>,
  families: ReadonlyArray<Family>,
  within: Neighbourhood,
  share: number
): ReadonlyArray<Split> => {
  if (share === 0) return recordings.map(({ frames }) => ({ training: range(0, frames - 1), heldOut: [] }))
  if (recordings.length > 1) {
    const kept = Math.min(recordings.length - 1, Math.max(1, Math.round(share * recordings.length)))
    return recordings.map(({ frames }, index) => {
      const all = range(0, frames - 1)
      return index < recordings.length - kept ? { training: all, heldOut: [] } : { training: [], heldOut: all }
    })
  }
  return recordings.map((recording) => {
    const count = recording.frames - 1
    if (count < 2) return { training: range(0, count), heldOut: [] }
    const length = Math.min(count - 1, Math.max(1, Math.round(share * count)))
    const block = (from: number): Split => ({
      training: [...range(0, from), ...range(from + length, count)],
      heldOut: range(from, from + length)
    })
    const latest = block(count - length)
    if (losesNothing(recording, families, within, latest)) return latest
    const spans = classSpans(recording, families, within)
    let start = count - length
    let fewest = lostClasses(spans, start, length)
    for (let candidate = start - 1; candidate >= 0 && fewest.some((lost) => lost > 0); candidate--) {
      const lost = lostClasses(spans, candidate, length)
      if (compare(lost, fewest) < 0) {
        start = candidate
        fewest = lost
      }
    }
    return block(start)
  })
}

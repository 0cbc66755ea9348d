import { type Boundary, type Family, observedPatterns, type Recording, takeCensus } from "@rulescope/lattice"

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

/** Spans of the classes that occur, by family, whatever lies beyond the edges. */
const classSpans = (recording: Recording, families: ReadonlyArray<Family>): ReadonlyArray<ReadonlyArray<Span>> => {
  const spans = families.map(() => new Map<number, Span>())
  for (let t = 0; t < recording.frames - 1; t++) {
    for (const pattern of patternsIn(recording, families[0]!, [t], anyBorder)) {
      for (const [index, { partition }] of families.entries()) {
        const span = spans[index]!.get(partition![pattern]!)
        if (span === undefined) spans[index]!.set(partition![pattern]!, { first: t, last: t })
        else span.last = t
      }
    }
  }
  return spans.map((ofFamily) => [...ofFamily.values()])
}

/** Patterns that occur with one of these boundaries. */
const patternsIn = (
  recording: Recording,
  { neighbourhood, states }: Family,
  transitions: ReadonlyArray<number>,
  boundaries: ReadonlyArray<Boundary>
): ReadonlyArray<number> =>
  observedPatterns(
    takeCensus(
      neighbourhood,
      states,
      boundaries.map((boundary) => ({ recording, boundary, transitions }))
    )
  )

const anyBorder = ["torus", "dead"] as const

/** Whether the insides of the frames that are learned from show every class that the others have, edges included. */
const losesNothing = (recording: Recording, families: ReadonlyArray<Family>, { heldOut, training }: Split): boolean => {
  const learned = patternsIn(recording, families[0]!, training, ["unknown"])
  const proved = patternsIn(recording, families[0]!, heldOut, anyBorder)
  return families.every(({ partition }) => {
    const classes = new Set(learned.map((pattern) => partition![pattern]))
    return proved.every((pattern) => classes.has(partition![pattern]))
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
 * order, the latest block on ties). Only inputs are looked at, never outcomes. A single transition is not
 * split: there is nothing to prove anything on. Neither is anything when the share is 0: no proof is asked for.
 */
export const splitHeldOut = (
  recordings: ReadonlyArray<Recording>,
  families: ReadonlyArray<Family>,
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
    if (losesNothing(recording, families, latest)) return latest
    const spans = classSpans(recording, families)
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

import { type Family, observedPatterns, type Recording, takeCensus } from "@rulescope/automata"

/** Transitions of one recording that stages may learn from, and those kept for the proof. */
export interface Split {
  readonly training: ReadonlyArray<number>
  readonly heldOut: ReadonlyArray<number>
}

/** Classes of the families that occur at each transition, whatever lies beyond the edges. */
const classesSeen = (
  recording: Recording,
  families: ReadonlyArray<Family>
): ReadonlyArray<ReadonlyArray<Set<number>>> =>
  Array.from({ length: recording.frames - 1 }, (_, t) => {
    const { neighbourhood, states } = families[0]!
    const patterns = new Set(
      (["torus", "dead"] as const).flatMap((boundary) =>
        observedPatterns(takeCensus(neighbourhood, states, [{ recording, boundary, transitions: [t] }]))
      )
    )
    return families.map(({ partition }) => new Set([...patterns].map((pattern) => partition![pattern]!)))
  })

/** How many classes of each family occur only in the block of transitions `start` to `start + length - 1`. */
const lostClasses = (
  seen: ReadonlyArray<ReadonlyArray<Set<number>>>,
  start: number,
  length: number
): ReadonlyArray<number> =>
  seen[0]!.map((_, family) => {
    const lost = new Set<number>()
    for (let t = start; t < start + length; t++) for (const index of seen[t]![family]!) lost.add(index)
    for (let t = 0; t < seen.length; t++) {
      if (t < start || t >= start + length) for (const index of seen[t]![family]!) lost.delete(index)
    }
    return lost.size
  })

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
 * split: there is nothing to prove anything on.
 */
export const splitHeldOut = (
  recordings: ReadonlyArray<Recording>,
  families: ReadonlyArray<Family>,
  share: number
): ReadonlyArray<Split> => {
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
    const seen = classesSeen(recording, families)
    let start = count - length
    let fewest = lostClasses(seen, start, length)
    for (let candidate = start - 1; candidate >= 0 && fewest.some((lost) => lost > 0); candidate--) {
      const lost = lostClasses(seen, candidate, length)
      if (compare(lost, fewest) < 0) {
        start = candidate
        fewest = lost
      }
    }
    return {
      training: [...range(0, start), ...range(start + length, count)],
      heldOut: range(start, start + length)
    }
  })
}

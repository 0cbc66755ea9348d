import { type Family, frameOf, type Observation, takeCensus, fold, rowTotal } from "@rulescope/lattice"
import { Counters } from "./codeLength.ts"
import type { Rival } from "./Judgement.ts"

/** Outcomes by class of one transition. */
interface Step {
  readonly name: string
  readonly counts: Float64Array
  /** The frame that it leads to is the one that it comes from. */
  readonly still: boolean
}

const stepsOf = (family: Family, observations: ReadonlyArray<Observation>): ReadonlyArray<Step> =>
  observations.flatMap(({ boundary, recording, transitions }) =>
    transitions.map((t) => {
      const [frame, after] = [frameOf(recording, t), frameOf(recording, t + 1)]
      const census = takeCensus(family.neighbourhood, family.states, [{ recording, boundary, transitions: [t] }])
      return {
        name: `${t} → ${t + 1}`,
        counts: fold(census.counts, family).counts,
        still: after.every((state, i) => state === frame[i])
      }
    })
  )

const sumOf = (steps: ReadonlyArray<Step>, size: number): Float64Array => {
  const sum = new Float64Array(size)
  for (const { counts } of steps) for (let i = 0; i < size; i++) sum[i]! += counts[i]!
  return sum
}

const contradicted = (counts: Float64Array, states: number): number => {
  let sum = 0
  for (let row = 0; row < counts.length / states; row++) {
    sum += rowTotal(counts, states, row) - Math.max(...counts.subarray(row * states, (row + 1) * states))
  }
  return sum
}

const natsOf = (counts: Float64Array, states: number): number => {
  const table = new Counters(states)
  for (let row = 0; row < counts.length / states; row++) {
    for (let next = 0; next < states; next++) {
      const count = counts[row * states + next]!
      if (count > 0) table.add(row, next, count)
    }
  }
  return table.nats()
}

/** Share of what one rule leaves open that two rules, one before and one after a change, have to explain. */
const explains = 0.5

/** Transitions that may be odd, as a share of all; what the others contradict without them, as a share of before. */
const [few, calm] = [0.25, 0.05]

const listed = (names: ReadonlyArray<string>): string => names.slice(0, 4).join(", ") + (names.length > 4 ? ", …" : "")

/** The transitions that contradict most, left out one by one until the others nearly agree; null when that takes many. */
const oddOnes = (steps: ReadonlyArray<Step>, states: number): ReadonlyArray<Step> | null => {
  const size = steps[0]!.counts.length
  const all = sumOf(steps, size)
  const enough = calm * contradicted(all, states)
  const odd: Array<Step> = []
  const rest = [...steps]
  let sum = all
  while (odd.length < few * steps.length) {
    const without = rest.map(({ counts }) =>
      contradicted(
        sum.map((count, i) => count - counts[i]!),
        states
      )
    )
    const best = without.indexOf(Math.min(...without))
    const [left] = rest.splice(best, 1)
    odd.push(left!)
    sum = sum.map((count, i) => count - left!.counts[i]!)
    if (without[best]! <= enough) return odd
  }
  return null
}

/** Whether single transitions, or all from one on, follow something else than the others do. */
export const oddFrames = (family: Family, observations: ReadonlyArray<Observation>): Rival | null => {
  const { classes, states } = family
  const steps = stepsOf(family, observations)
  if (steps.length < 4) return null
  const size = classes.length * states
  const odd = oddOnes(steps, states)
  if (odd !== null) {
    const still = odd.every((step) => step.still)
    const what = still ? "frames are doubled" : "frames are missing, doubled or out of order"
    const says = `all contradictions are in ${odd.length} of ${steps.length} transitions (${listed(odd.map(({ name }) => name))}): ${what}`
    return { kind: "frames", says, remedy: still ? "take the doubled frames out" : "cut the recording there" }
  }
  if (observations.length > 1) return null
  const whole = natsOf(sumOf(steps, size), states)
  let best = { at: 0, nats: Infinity }
  for (let at = 2; at <= steps.length - 2; at++) {
    const nats = natsOf(sumOf(steps.slice(0, at), size), states) + natsOf(sumOf(steps.slice(at), size), states)
    if (nats < best.nats) best = { at, nats }
  }
  if (best.nats > (1 - explains) * whole) return null
  const frame = observations[0]!.transitions[best.at]!
  return {
    kind: "change",
    says: `the rule changes at frame ${frame}: before and after it the frames follow different rules`,
    remedy: "read the two parts on their own"
  }
}

import { type Census, rowTotal } from "../census/census.ts"
import { decodePattern } from "../neighbourhood.ts"
import { type Action, actionsOn } from "./action.ts"
import type { GroupId } from "./group.ts"
import { misreadings, noiseRate } from "./noiseRate.ts"
import { orbitCount } from "./orbitCount.ts"
import { orbitsOf } from "./orbits.ts"

/** An orbit whose patterns have different majority outcomes. */
export interface OrbitConflict {
  /** Smallest pattern of the orbit. */
  readonly representative: number
  /** For every state that is some member's majority: those members and how often they were followed by it. */
  readonly outcomes: ReadonlyArray<{
    readonly state: number
    readonly patterns: ReadonlyArray<number>
    readonly seen: number
  }>
  /** Log odds, in nats, for an outcome per pattern against one for the whole orbit, misreadings taken off. */
  readonly nats: number
  /** Noise alone would make one such conflict in less than one census in a thousand. */
  readonly significant: boolean
}

/** What a census says about one symmetry. */
export interface SymmetryCheck {
  readonly group: GroupId
  /** Orbits of all patterns. */
  readonly orbits: number
  /** Noise rate that the conflicts were judged with. */
  readonly noise: number
  /** Clearest first. */
  readonly conflicts: ReadonlyArray<OrbitConflict>
  /** Some conflict is significant: no model with this symmetry can fit. */
  readonly contradicted: boolean
}

const majority = (row: ArrayLike<number>): number => {
  let best = 0
  for (let state = 1; state < row.length; state++) if (row[state]! > row[best]!) best = state
  return best
}

/**
 * Orbits whose observed patterns disagree. Each is judged by how many observations a single outcome for the
 * orbit leaves unexplained beyond those that outcomes per pattern leave, every one worth
 * ln((1 − rate)(states − 1) / rate); significant is e^nats > 1000 · orbits that could disagree.
 */
export const orbitConflicts = (census: Census, action: Action): SymmetryCheck => {
  const { counts, states } = census
  const partition = orbitsOf(action, states)
  const members = new Map<number, Array<number>>()
  for (let pattern = 0; pattern < partition.of.length; pattern++) {
    if (rowTotal(counts, states, pattern) === 0) continue
    const orbit = partition.of[pattern]!
    const known = members.get(orbit)
    if (known === undefined) members.set(orbit, [pattern])
    else known.push(pattern)
  }
  const shared = [...members].filter(([, patterns]) => patterns.length > 1)
  const noise = noiseRate(census)
  const gain = Math.log(((1 - noise) * (states - 1)) / noise)
  const needed = Math.log(1000 * shared.length)

  const conflicts: Array<OrbitConflict> = []
  for (const [orbit, patterns] of shared) {
    const rows = patterns.map((pattern) => counts.subarray(pattern * states, (pattern + 1) * states))
    const outcomes = Array.from({ length: states }, (_, state) => {
      const led = patterns.filter((_pattern, i) => majority(rows[i]!) === state)
      return { state, patterns: led, seen: led.reduce((sum, pattern) => sum + counts[pattern * states + state]!, 0) }
    }).filter((outcome) => outcome.patterns.length > 0)
    if (outcomes.length < 2) continue

    const together = new Float64Array(states)
    let apart = 0
    for (const [i, pattern] of patterns.entries()) {
      const misread = misreadings(census, pattern, noise)
      const trusted = rows[i]!.map((count) => Math.max(0, count - misread))
      for (let state = 0; state < states; state++) together[state]! += trusted[state]!
      apart += trusted[majority(trusted)]!
    }
    const nats = gain * (apart - together[majority(together)]!)
    conflicts.push({ representative: partition.representatives[orbit]!, outcomes, nats, significant: nats > needed })
  }
  conflicts.sort((a, b) => b.nats - a.nats || a.representative - b.representative)
  return {
    group: action.group.id,
    orbits: partition.representatives.length,
    noise,
    conflicts,
    contradicted: conflicts[0]?.significant ?? false
  }
}

/** Every group that acts on the census's neighbourhood, checked; fewest orbits first. */
export const checkSymmetries = (census: Census): ReadonlyArray<SymmetryCheck> =>
  [...actionsOn(census.neighbourhood)]
    .sort((a, b) => orbitCount(a, census.states) - orbitCount(b, census.states))
    .map((action) => orbitConflicts(census, action))

/** The group with the fewest orbits that the census does not contradict; the trivial one always qualifies. */
export const largestSymmetry = (census: Census): SymmetryCheck =>
  checkSymmetries(census).find((check) => !check.contradicted)!

/** A pattern of a square neighbourhood row by row, such as `011/000/000`; of another one as its cells in order. */
const writePattern = ({ neighbourhood, states }: Census, pattern: number): string => {
  const cells = decodePattern(pattern, neighbourhood.offsets.length, states)
  let text = ""
  for (const [i, cell] of cells.entries()) {
    const turned = i > 0 && neighbourhood.offsets[i]![1] !== neighbourhood.offsets[i - 1]![1]
    text += `${turned ? "/" : ""}${cell}`
  }
  return text
}

/** One sentence for the clearest conflict, e.g. to refuse a training run; null when nothing is contradicted. */
export const explainConflict = (census: Census, check: SymmetryCheck): string | null => {
  const clearest = check.conflicts[0]
  if (clearest === undefined || !clearest.significant) return null
  const outcomes = clearest.outcomes.map(
    ({ patterns, seen, state }) =>
      `${state} seen ${seen} times after ${writePattern(census, patterns[0]!)}${patterns.length > 1 ? ` and ${patterns.length - 1} more` : ""}`
  )
  const significant = check.conflicts.filter((conflict) => conflict.significant).length
  const both = outcomes.length === 2 ? "both" : `${outcomes.length}`
  return (
    `orbit ${writePattern(census, clearest.representative)} has ${both} outcomes (${outcomes.join(", ")}); ` +
    `contradicting orbits: ${significant} of ${check.orbits}`
  )
}

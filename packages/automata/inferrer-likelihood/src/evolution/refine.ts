import type { Family } from "@rulescope/lattice"
import { type Circumstances, freeClasses } from "./freeClasses.ts"
import { HiddenEvolution } from "@rulescope/noise"
import type { Segment } from "@rulescope/noise"

/**
 * The misfire rate falls level by level to a share of the observation noise: the world is annealed, from a rule
 * that explains little to one that explains nearly all. `steps`: temperatures on the way; `rounds`: how often
 * the classes are weighed there.
 */
const levels = [
  { share: 1, steps: 12, rounds: 2 },
  { share: 0.4, steps: 5, rounds: 1 },
  { share: 0.15, steps: 5, rounds: 1 },
  { share: 0.05, steps: 5, rounds: 1 }
]

/** Misfire rate of a level at least, and of the start at most. */
const coldest = 1e-3
const hottest = 0.25
/** Sweeps at each temperature, and those in which encounters are looked for. */
const sweeps = { settle: 8, encounters: 16 }
/** Log-odds of the census from which a class is not looked at, and of the sampler from which it is not weighed again. */
export const certain = 20
const sure = 40
const done = 150
/** Expected meetings of a group of classes that are free at the same time, and classes in it, at most. */
const together = { meetings: 12, classes: 16 }
/** The rule is too wrong for a level when this many times the misfires it allows are needed. */
const frozenAt = 1.5

/** What the evolution says of each class. */
export interface Refined {
  /** Log-odds of live; those of the census where the sampler did not look. */
  readonly logOdds: Float64Array
  /** Weighings of classes. */
  readonly weighed: number
  /** Misfire rate of the last level. */
  readonly misfire: number
  /** No rule was found under which the world needs few misfires. */
  readonly frozen: boolean
}

const logistic = (z: number): number => 1 / (1 + Math.exp(-z))

/** Share of transitions against labels that are hardly in doubt. */
const misfires = (counts: Float64Array, believed: Float64Array): number => {
  let against = 0
  let all = 0
  for (const [index, z] of believed.entries()) {
    if (Math.abs(z) < 3) continue
    against += counts[2 * index]! * logistic(z) + counts[2 * index + 1]! * logistic(-z)
    all += counts[2 * index]! + counts[2 * index + 1]!
  }
  return all === 0 ? 0 : against / all
}

/** Groups of classes, the least doubtful first, that together are met a few times only. */
const groupClasses = (
  open: ReadonlyArray<number>,
  logOdds: Float64Array,
  meetings: Float64Array
): ReadonlyArray<ReadonlyArray<number>> => {
  const groups: Array<Array<number>> = []
  let sum = Infinity
  for (const c of [...open].sort((a, b) => Math.abs(logOdds[b]!) - Math.abs(logOdds[a]!))) {
    if (sum + meetings[c]! > together.meetings || groups.at(-1)!.length >= together.classes) {
      groups.push([])
      sum = 0
    }
    groups.at(-1)!.push(c)
    sum += meetings[c]!
  }
  return groups
}

/** What two readings of log-odds agree on: the weaker statement, and next to nothing when they disagree. */
export const agreed = (last: number, before: number): number =>
  last * before < 0 ? 0.01 * Math.sign(last) : Math.sign(last) * Math.min(Math.abs(last), Math.abs(before))

/**
 * Log-odds of every class from the whole hidden evolution: true states of all frames are drawn by Gibbs sampling
 * given a rule in doubt (`prior`: log-odds of live from the census), and each class is weighed where it is met.
 * Yields between pieces of work, so that the caller can stop.
 */
export function* refine(
  family: Family,
  segments: ReadonlyArray<Segment>,
  prior: Float64Array,
  noise: { readonly observation: number; readonly dynamic: number },
  seed: string
): Generator<void, Refined> {
  const evolution = new HiddenEvolution(family, segments, noise.observation, seed)
  const logOdds = prior.slice()
  const looked = [...logOdds.keys()].filter((c) => Math.abs(logOdds[c]!) < certain)
  const found: Array<Float64Array> = []
  let from = Math.max(noise.dynamic, Math.min(hottest, Math.max(3 * noise.observation, 0.05)))
  let misfire = from
  let weighed = 0

  const chances = (free: ReadonlyArray<number>): Float64Array => {
    const live = logOdds.map((z) => misfire + (1 - 2 * misfire) * logistic(z))
    for (const c of free) live[c] = 0.5
    return live
  }
  const settled = (c: number): boolean =>
    found.length > 1 && found.slice(-2).every((level) => level[c]! * logOdds[c]! > 0 && Math.abs(level[c]!) > done)
  const weigh = (group: ReadonlyArray<number>, encounters: Circumstances["encounters"]) => {
    const labels = Array.from(logOdds, (z, c) => (group.includes(c) || Math.abs(z) < 2 ? 2 : z > 0 ? 1 : 0))
    weighed += group.length
    return freeClasses(evolution, { group, live: chances(group), misfire, labels, encounters })
  }

  let frozen = false
  for (const [depth, { rounds, share, steps }] of levels.entries()) {
    const target = Math.max(noise.dynamic, coldest, noise.observation * share)
    for (let k = depth === 0 ? 0 : 1; k < steps && !frozen; k++) {
      misfire = from * (target / from) ** (k / (steps - 1))
      evolution.assume(chances([]))
      evolution.sweep(sweeps.settle)
      frozen = misfires(evolution.counts(), logOdds) > frozenAt * misfire
      yield
    }
    from = target
    const counts = evolution.counts()
    const meetings = Float64Array.from(logOdds, (_, c) => counts[2 * c]! + counts[2 * c + 1]!)
    const encounters = evolution.encounters(looked, sweeps.encounters)
    const here = new Float64Array(logOdds.length).fill(Number.NaN)
    for (let round = 0; round < rounds; round++) {
      const open = looked.filter((c) => (round === 0 || Math.abs(logOdds[c]!) < sure) && !settled(c))
      let moved = false
      for (const group of groupClasses(open, logOdds, meetings)) {
        for (const [k, { dead, live, logOdds: z }] of weigh(group, encounters).entries()) {
          const c = group[k]!
          if (logOdds[c]! > 0 !== z > 0 && Math.abs(z) > 1) moved = true
          logOdds[c] = here[c] = z
          meetings[c] = dead + live
        }
        yield
      }
      if (!moved) break
    }
    found.push(here)
    if (frozen) break
  }
  const [last, before] = [found.at(-1)!, found.at(-2)]
  if (before !== undefined) {
    for (const c of looked) {
      if (!Number.isNaN(last[c]!) && !Number.isNaN(before[c]!)) logOdds[c] = agreed(last[c]!, before[c]!)
    }
  }
  return { logOdds, weighed, misfire, frozen }
}

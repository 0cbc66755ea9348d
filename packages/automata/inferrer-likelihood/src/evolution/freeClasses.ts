import type { Family } from "@rulescope/lattice"
import { around, spreadOut } from "./around.ts"
import { type Dynamics, tabulate } from "@rulescope/noise"
import type { Encounters, HiddenEvolution } from "@rulescope/noise"
import type { HiddenWorld } from "@rulescope/noise"

/** How a class was met while it was free: expected numbers, and the evidence they are. */
export interface Meeting {
  readonly dead: number
  readonly live: number
  /** log P(data | live) - log P(data | dead). */
  readonly logOdds: number
}

/** What is taken as given while a group of classes is free to go either way. */
export interface Circumstances {
  readonly group: ReadonlyArray<number>
  /** Probability that a class goes live; ½ for those of the group. */
  readonly live: ArrayLike<number>
  /** Rate δ at which transitions misfire, 0 to 0.5. */
  readonly misfire: number
  /** Labels of the classes that are not in doubt; 2 for the others. */
  readonly labels: ArrayLike<number>
  /** Where the classes were met, per world. */
  readonly encounters: ReadonlyArray<Encounters>
}

/** Sweeps to settle and to measure, draws at most in one world (sweeps shrink beyond), sites at most per class. */
const effort = { settle: 8, measure: 32, draws: 4e6, sites: 150 }

/** At each site and for each class of the group: in how many draws it was there, and was followed by a live cell. */
interface Tally {
  readonly draws: number
  readonly sites: number
  /** `present[k * sites + s]`, `live[k * sites + s]` */
  readonly present: Uint16Array
  readonly live: Uint16Array
}

/** Whether a neighbour of the cell at `site` came to be against the rule: then the pattern there proves nothing. */
const misfiredInto = (
  { lattice, situation, state }: HiddenWorld,
  { partition }: Family,
  labels: ArrayLike<number>,
  site: number
): boolean => {
  const { arity, isRuled, sees, size } = lattice
  if (site < size) return false
  const mask = partition!.length - 1
  const row = (site % size) * arity
  const base = site - (site % size)
  for (let j = 0; j < arity; j++) {
    const other = sees[row + j]!
    if (isRuled[other] === 0) continue
    const label = labels[partition![situation[base - size + other]! & mask]!]!
    if (label < 2 && label !== state[base + other]) return true
  }
  return false
}

const tally = (
  family: Family,
  world: HiddenWorld,
  dynamics: Dynamics,
  { encounters, group, labels }: Circumstances,
  index: number
): Tally | null => {
  const { frames, lattice, situation, state } = world
  const { isRuled, size } = lattice
  const met = group.flatMap((c) => spreadOut(encounters[index]!.get(c)!, effort.sites))
  const near = around(world, met)
  if (near.length === 0) return null
  const slow = Math.min(1, effort.draws / (near.length * (effort.settle + effort.measure)))
  const settle = Math.max(3, Math.round(effort.settle * slow))
  const draws = Math.max(6, Math.round(effort.measure * slow))
  const end = (frames - 1) * size
  const sites = near.filter((at) => at < end && isRuled[at % size] === 1)
  const present = new Uint16Array(sites.length * group.length)
  const live = new Uint16Array(sites.length * group.length)
  const place = new Int16Array(family.classes.length).fill(-1)
  for (const [k, c] of group.entries()) place[c] = k
  const ofPattern = Int16Array.from(family.partition!, (c) => place[c]!)
  const mask = ofPattern.length - 1
  world.refresh(near)
  for (let i = 0; i < settle; i++) world.sweep(dynamics, near)
  for (let i = 0; i < draws; i++) {
    world.sweep(dynamics, near)
    for (let s = 0; s < sites.length; s++) {
      const k = ofPattern[situation[sites[s]!]! & mask]!
      if (k < 0 || misfiredInto(world, family, labels, sites[s]!)) continue
      present[k * sites.length + s]! += 1
      live[k * sites.length + s]! += state[sites[s]! + size]!
    }
  }
  world.refresh(near)
  return { draws, sites: sites.length, present, live }
}

/**
 * Lets the classes of a group go either way, draws the evolution around the sites where they were met anew, and
 * weighs what followed. A class that is there in a share a of the draws and live afterwards in a share p of those
 * has a likelihood ratio of (1 - a + 2a·P(p | live)) / (1 - a + 2a·P(p | dead)) at that site: the probability ½ it
 * went by is taken out again, and draws in which another class is there say nothing.
 */
export const freeClasses = (evolution: HiddenEvolution, given: Circumstances): ReadonlyArray<Meeting> => {
  const { family } = evolution
  const { group, misfire } = given
  const dynamics = tabulate(family, given.live, evolution.observation)
  const found = group.map(() => ({ dead: 0, live: 0, logOdds: 0 }))
  for (const [index, world] of evolution.worlds.entries()) {
    const tallied = tally(family, world, dynamics, given, index)
    if (tallied === null) continue
    const { draws, live, present, sites } = tallied
    for (const [k, meeting] of found.entries()) {
      for (let i = k * sites; i < (k + 1) * sites; i++) {
        if (present[i] === 0) continue
        const a = present[i]! / draws
        const p = (live[i]! + 0.25) / (present[i]! + 0.5)
        meeting.dead += a - live[i]! / draws
        meeting.live += live[i]! / draws
        const ifLive = 1 - a + 2 * a * ((1 - misfire) * p + misfire * (1 - p))
        const ifDead = 1 - a + 2 * a * (misfire * p + (1 - misfire) * (1 - p))
        meeting.logOdds += Math.log(ifLive / ifDead)
      }
    }
  }
  return found
}

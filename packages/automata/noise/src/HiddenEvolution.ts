import type { Family } from "@rulescope/lattice"
import { type Dynamics, tabulate } from "./dynamics.ts"
import { HiddenWorld } from "./HiddenWorld.ts"
import { makeLattice } from "./lattice.ts"
import type { Segment } from "./segments.ts"

/** Where classes were met: for each class the sites, as indices into the states of a world. */
export type Encounters = ReadonlyMap<number, ReadonlyArray<number>>

/** The hidden evolution behind all segments: true states drawn given labels that may be in doubt. Two states. */
export class HiddenEvolution {
  readonly family: Family
  readonly observation: number
  readonly worlds: ReadonlyArray<HiddenWorld>
  private dynamics: Dynamics | null = null

  /** `observation`: rate ε at which recorded cells are wrong, 0 to 0.5. */
  constructor(family: Family, segments: ReadonlyArray<Segment>, observation: number, seed: string) {
    this.family = family
    this.observation = observation
    this.worlds = segments.map(({ boundary, cells, frames, height, width }, index) => {
      const lattice = makeLattice(family.neighbourhood, width, height, boundary)
      return new HiddenWorld(lattice, frames, cells, Math.min(observation, 0.45), `${seed}/${index}`)
    })
  }

  /** Sets the probability that a class goes live, for all classes. */
  assume(live: ArrayLike<number>): void {
    this.dynamics = tabulate(this.family, live, this.observation)
    for (const world of this.worlds) world.refresh()
  }

  /** Every hidden cell is drawn `times` times. */
  sweep(times: number): void {
    for (let i = 0; i < times; i++) for (const world of this.worlds) world.sweep(this.dynamics!)
  }

  /** How often each class is followed by each state, `counts[class * 2 + next]`, as the evolution now stands. */
  counts(): Float64Array {
    const { family } = this
    const partition = family.partition!
    const mask = partition.length - 1
    const counts = new Float64Array(family.classes.length * 2)
    for (const { frames, lattice, situation, state } of this.worlds) {
      const { ruled, size } = lattice
      for (let base = 0; base < (frames - 1) * size; base += size) {
        for (const cell of ruled) {
          counts[partition[situation[base + cell]! & mask]! * 2 + state[base + size + cell]!]! += 1
        }
      }
    }
    return counts
  }

  /** Where each class of `wanted` is met while everything is drawn `times` times, per world. */
  encounters(wanted: ReadonlyArray<number>, times: number): ReadonlyArray<Encounters> {
    const { classes, partition } = this.family
    const place = new Uint8Array(classes.length)
    for (const index of wanted) place[index] = 1
    const mask = partition!.length - 1
    return this.worlds.map((world) => {
      const { frames, lattice, situation } = world
      const { ruled, size } = lattice
      const met = new Map(wanted.map((index) => [index, [] as Array<number>]))
      const before = new Uint16Array(frames * size).fill(0xffff)
      for (let i = 0; i < times; i++) {
        world.sweep(this.dynamics!)
        for (let base = 0; base < (frames - 1) * size; base += size) {
          for (const cell of ruled) {
            const index = partition![situation[base + cell]! & mask]!
            if (place[index] !== 1 || before[base + cell] === index) continue
            before[base + cell] = index
            met.get(index)!.push(base + cell)
          }
        }
      }
      return met
    })
  }
}

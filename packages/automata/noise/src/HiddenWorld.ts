import { unobserved } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import type { Dynamics } from "./dynamics.ts"
import type { Lattice } from "./lattice.ts"

/** Log-odds beyond which a cell is not drawn but taken to be sure: e⁻¹⁶ ≈ 10⁻⁷. */
const sure = 16

/** Logistic quantiles at (i + ½) / 2¹⁴: `z > quantile[random]` is true with probability 1 / (1 + e⁻ᶻ). */
const quantiles = Float32Array.from({ length: 1 << 14 }, (_, i) => {
  const u = (i + 0.5) / (1 << 14)
  return Math.log(u / (1 - u))
})

/** Log-odds of a live cell, from the share of recorded live cells and the rate at which records err. */
const logDensity = (cells: Uint8Array, observation: number): number => {
  let live = 1
  let seen = 2
  for (const cell of cells) {
    if (cell === unobserved) continue
    seen++
    live += cell
  }
  const density = Math.min(Math.max((live / seen - observation) / (1 - 2 * observation), 1 / seen), 1 - 1 / seen)
  return Math.log(density / (1 - density))
}

/**
 * The true states of consecutive frames, drawn from their posterior one cell at a time (Gibbs sampling)
 * given the recorded states and a rule that may misfire.
 *
 * A cell's log-odds change only when a cell in reach changes; they are kept until then.
 */
export class HiddenWorld {
  readonly lattice: Lattice
  readonly frames: number
  /** True states, shape frames × size. */
  readonly state: Uint8Array
  /** Recorded states, 255 = unobserved, shape frames × size. */
  readonly record: Uint8Array
  /** Of every ruled cell but the last frame's: its pattern, plus the number of patterns when it is live afterwards. */
  readonly situation: Uint16Array
  /** Log-odds of a live cell where no rule speaks: in the first frame, and beyond the border. */
  private readonly first: number
  private readonly beyond: number
  private readonly everywhere: Int32Array
  private readonly odds: Float32Array
  private readonly stale: Uint8Array
  private random: number
  /** Full sweeps since the dynamics changed, and whether it pays to keep track of stale odds. */
  private age = 0
  private tracking = true

  /** `cells`: recorded states, shape frames × ruled cells. */
  constructor(lattice: Lattice, frames: number, cells: Uint8Array, observation: number, seed: string) {
    const { arity, ruled, sees, size } = lattice
    this.lattice = lattice
    this.frames = frames
    this.state = new Uint8Array(frames * size)
    this.record = new Uint8Array(frames * size).fill(unobserved)
    this.situation = new Uint16Array(frames * size)
    this.odds = new Float32Array(frames * size)
    this.stale = new Uint8Array(frames * size).fill(1)
    const { hidden } = lattice
    this.everywhere = Int32Array.from(
      { length: frames * hidden.length },
      (_, k) => Math.floor(k / hidden.length) * size + hidden[k % hidden.length]!
    )
    this.first = logDensity(cells.subarray(0, ruled.length), observation)
    this.beyond = logDensity(cells, observation)
    this.random = makeRandom(seed).bits() | 1
    for (let t = 0; t < frames; t++) {
      for (let k = 0; k < ruled.length; k++) {
        const value = cells[t * ruled.length + k]!
        this.record[t * size + ruled[k]!] = value
        this.state[t * size + ruled[k]!] = value === unobserved ? 0 : value
      }
    }
    for (let t = 0; t < frames - 1; t++) {
      for (const cell of ruled) {
        let pattern = this.state[(t + 1) * size + cell]!
        for (let i = 0; i < arity; i++) pattern = pattern * 2 + this.state[t * size + sees[cell * arity + i]!]!
        this.situation[t * size + cell] = pattern
      }
    }
  }

  /** Everything has to be looked at again: the dynamics have changed. */
  refresh(only?: Int32Array): void {
    if (only === undefined) {
      this.stale.fill(1)
      this.age = 0
      this.tracking = true
    } else for (let k = 0; k < only.length; k++) this.stale[only[k]!] = 1
  }

  /** Draws every hidden cell once, or those of `only` (indices into `state`, ascending). Returns how many changed. */
  sweep(dynamics: Dynamics, only?: Int32Array): number {
    const { beyond, first, frames, odds, record, situation, stale, state } = this
    const { arity, isRuled, reach, reachStart, seenBy, sees, size } = this.lattice
    const { gain, live, recorded } = dynamics
    const patterns = live.length
    const top = patterns >> 1
    const cells = only ?? this.everywhere
    const final = (frames - 1) * size
    // While nearly every cell changes its odds there is no use in keeping track of them.
    const tracked = only !== undefined || this.tracking
    let random = this.random
    let changed = 0
    let looked = 0
    let base = 0
    for (let k = 0; k < cells.length; k++) {
      const at = cells[k]!
      while (at >= base + size) base += size
      const cell = at - base
      const row = cell * arity
      let z: number
      if (stale[at] === 1) {
        looked++
        const seen = record[at]!
        z = seen === 1 ? recorded : seen === 0 ? -recorded : 0
        z += isRuled[cell] === 0 ? beyond : base === 0 ? first : live[situation[at - size]! & (patterns - 1)]!
        if (base < final) {
          for (let i = 0, table = 0; i < arity; i++, table += 2 * patterns) {
            const child = seenBy[row + i]!
            if (child >= 0) z += gain[table + situation[base + child]!]!
          }
        }
        if (tracked) {
          odds[at] = z
          stale[at] = 0
        }
      } else z = odds[at]!
      let value: number
      if (z > sure) value = 1
      else if (z < -sure) value = 0
      else {
        random ^= random << 13
        random ^= random >>> 17
        random ^= random << 5
        value = z > quantiles[random >>> 18]! ? 1 : 0
      }
      if (value === state[at]) continue
      state[at] = value
      changed++
      if (base < final) {
        for (let i = 0, bit = top; i < arity; i++, bit >>= 1) {
          const child = seenBy[row + i]!
          if (child >= 0) situation[base + child]! ^= bit
        }
      }
      if (base > 0 && isRuled[cell] === 1) situation[at - size]! ^= patterns
      if (tracked) {
        if (base < final) {
          for (let i = 0; i < arity; i++) {
            const child = seenBy[row + i]!
            if (child >= 0) stale[base + size + child] = 1
          }
          for (let j = reachStart[cell]!, end = reachStart[cell + 1]!; j < end; j++) stale[base + reach[j]!] = 1
        }
        if (base > 0 && isRuled[cell] === 1) {
          for (let i = 0; i < arity; i++) stale[base - size + sees[row + i]!] = 1
        }
      }
    }
    this.random = random
    if (only === undefined && this.age++ === 1 && looked > 0.75 * cells.length) {
      this.tracking = false
      stale.fill(1)
    }
    return changed
  }
}

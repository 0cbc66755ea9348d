import type { KramersMoyal, Space } from "@rulescope/sde"

/** Units in which a network sees a flow: everything of the order of 1. The list of numbers has one for each coordinate. */
export interface Frame {
  readonly space: Space
  readonly interval: number
  /** Mean state, and its standard deviation; of phases 0 and 1. */
  readonly centre: ArrayLike<number>
  readonly scale: ArrayLike<number>
  /** Mean of Δx / interval over all increments, and how much it differs from bin to bin. */
  readonly velocity: ArrayLike<number>
  readonly spread: ArrayLike<number>
  /** Standard deviation of Δx within bins, divided by √interval. */
  readonly deviation: ArrayLike<number>
}

/** The smallest part of a coordinate's speed that its noise is told from none at, in single precision. */
const least = 1e-5

/** The units that suit a census. */
export const frameOf = ({ counts, increments, interval, products, space, states }: KramersMoyal): Frame => {
  const d = space.coordinates.length
  const steps = counts.reduce((sum, n) => sum + n, 0)
  const numbers = (of: (k: number) => number) => Float32Array.from({ length: d }, (_, k) => of(k))
  /** Mean over all increments of what a bin says of a coordinate. */
  const meanOf = (k: number, of: (place: number, n: number) => number): number => {
    let sum = 0
    for (let c = 0; c < counts.length; c++) sum += counts[c]! * of(c * d + k, counts[c]!)
    return sum / steps
  }
  const isReal = (k: number) => space.coordinates[k]!.kind === "real"
  const centre = numbers((k) => (isReal(k) ? meanOf(k, (at, n) => states[at]! / n) : 0))
  const velocity = numbers((k) => meanOf(k, (at, n) => increments[at]! / n / interval))
  const rms = (k: number, of: (at: number, n: number) => number) => Math.sqrt(meanOf(k, (at, n) => of(at, n) ** 2))
  const positive = (value: number): number => (value > 0 ? value : 1)
  const spread = numbers((k) => positive(rms(k, (at, n) => increments[at]! / n / interval - velocity[k]!)))
  return {
    space,
    interval,
    centre,
    scale: numbers((k) => (isReal(k) ? positive(rms(k, (at, n) => states[at]! / n - centre[k]!)) : 1)),
    velocity,
    spread,
    deviation: numbers((k) => {
      const within = meanOf(k, (at, n) => products[at * d + k]! / n - (increments[at]! / n) ** 2)
      const free = (within * steps) / Math.max(1, steps - counts.length) / interval
      return Math.max(Math.sqrt(Math.max(0, free)), least * spread[k]! * Math.sqrt(interval))
    })
  }
}

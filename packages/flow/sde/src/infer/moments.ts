import type { Element } from "../algebra/element.ts"
import { makeGrid } from "../algebra/grid.ts"
import { makeModes } from "../algebra/modes.ts"
import type { Trajectory } from "../simulate/trajectory.ts"
import type { Extended } from "./extended.ts"

/**
 * The sufficient statistic of a recording for every law of an extended library: sums over its steps of the products of
 * two functions, of a function and an increment, and of two increments. Its size does not depend on the recording's.
 */
export interface Moments {
  /** Steps counted: pairs of neighbouring samples with nothing missing. */
  readonly steps: number
  /** Σ φ_i φ_j over the basis, rows one after the other. */
  readonly gram: Float64Array
  /** Σ φ_i Δx_k, one vector over the basis for each coordinate. */
  readonly cross: ReadonlyArray<Float64Array>
  /** Σ Δx_k Δx_l, coordinates × coordinates. */
  readonly square: Float64Array
  /** Σ u over the steps, of a real element within the basis' products or the second moments. */
  readonly sumOf: (element: Element) => number
}

/** Takes the moments of trajectories, which share their space and interval with `extended`, in one pass. */
export const takeMoments = (extended: Extended, trajectories: ReadonlyArray<Trajectory>): Moments => {
  const { basis, grid, momentKeys, space } = extended
  const { d, exponents, origin, size } = grid
  const double = makeGrid(
    space,
    grid.bounds.map((bound) => 2 * bound),
    0
  )
  const dims = grid.bounds.length
  const waveOf = (key: number): number => {
    let sum = 0
    for (let k = 0; k < d; k++) sum += exponents[k * size + key + origin]! * double.strides[k]!
    return sum
  }
  const powersOf = (key: number): number => {
    let sum = 0
    for (let i = d; i < dims; i++) sum += exponents[i * size + key + origin]! * double.strides[i]!
    return sum
  }
  const waves = Int32Array.from(basis, ({ key }) => waveOf(key))
  const powers = Int32Array.from(basis, ({ key }) => powersOf(key))
  // Sums are kept for modes whose wave part is at least 0; the others are their conjugates.
  const place = new Int32Array(double.size).fill(-1)
  const keys: Array<number> = []
  const need = (wave: number, power: number): void => {
    const key = Math.abs(wave) + power
    if (place[key + double.origin]! >= 0) return
    place[key + double.origin] = keys.length
    keys.push(key)
  }
  for (const [i, { part }] of basis.entries()) {
    if (part === "sin") continue
    need(waves[i]!, powers[i]!)
    for (let j = 0; j <= i; j++) {
      if (basis[j]!.part === "sin") continue
      need(waves[i]! + waves[j]!, powers[i]! + powers[j]!)
      need(waves[i]! - waves[j]!, powers[i]! + powers[j]!)
    }
  }
  for (const key of momentKeys) need(waveOf(key), powersOf(key))

  const modes = makeModes(double, keys)
  const re = new Float64Array(keys.length)
  const im = new Float64Array(keys.length)
  const at = Int32Array.from(basis, (_, i) => place[waves[i]! + powers[i]! + double.origin]!)
  const isSine = Uint8Array.from(basis, ({ part }) => (part === "sin" ? 1 : 0))
  const cross = Array.from({ length: d }, () => new Float64Array(basis.length))
  const square = new Float64Array(d * d)
  const x = new Float64Array(d)
  const step = new Float64Array(d)
  let steps = 0
  for (const { values } of trajectories) {
    for (let t = 0; t + d < values.length; t += d) {
      let whole = true
      for (let k = 0; k < d; k++) {
        x[k] = values[t + k]!
        step[k] = values[t + d + k]! - x[k]!
        whole &&= !Number.isNaN(step[k]!)
      }
      if (!whole) continue
      steps++
      modes.at(x)
      for (let i = 0; i < re.length; i++) {
        re[i] = re[i]! + modes.re[i]!
        im[i] = im[i]! + modes.im[i]!
      }
      for (let k = 0; k < d; k++) {
        const sums = cross[k]!
        const move = step[k]!
        for (let i = 0; i < sums.length; i++) {
          sums[i] = sums[i]! + move * (isSine[i] === 1 ? modes.im[at[i]!]! : modes.re[at[i]!]!)
        }
        for (let l = 0; l <= k; l++) square[k * d + l] = square[k * d + l]! + move * step[l]!
      }
    }
  }
  for (let k = 0; k < d; k++) for (let l = 0; l < k; l++) square[l * d + k] = square[k * d + l]!

  const realAt = (wave: number, power: number): number => re[place[Math.abs(wave) + power + double.origin]!]!
  const imaginaryAt = (wave: number, power: number): number => {
    const value = im[place[Math.abs(wave) + power + double.origin]!]!
    return wave < 0 ? -value : value
  }
  const gram = new Float64Array(basis.length ** 2)
  for (let i = 0; i < basis.length; i++) {
    for (let j = 0; j <= i; j++) {
      const power = powers[i]! + powers[j]!
      const plus = waves[i]! + waves[j]!
      const minus = waves[i]! - waves[j]!
      const a = isSine[i] === 1
      const b = isSine[j] === 1
      const sum =
        a === b
          ? realAt(minus, power) + (a ? -1 : 1) * realAt(plus, power)
          : imaginaryAt(plus, power) + (a ? 1 : -1) * imaginaryAt(minus, power)
      gram[i * basis.length + j] = sum / 2
      gram[j * basis.length + i] = sum / 2
    }
  }
  const sumOf = (element: Element): number => {
    let sum = 0
    for (let i = 0; i < element.keys.length; i++) {
      const key = element.keys[i]!
      const wave = waveOf(key)
      const power = powersOf(key)
      sum += element.re[i]! * realAt(wave, power) - element.im[i]! * imaginaryAt(wave, power)
    }
    return sum
  }
  return { steps, gram, cross, square, sumOf }
}

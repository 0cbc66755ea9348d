import { unobserved } from "@rulescope/lattice"

/** Most levels that are told from measurements. */
const mostLevels = 16

/** Steps from each number to the next are equal, but for rounding by `tolerance`. */
const evenlySpaced = (rising: ReadonlyArray<number>, tolerance: number): boolean => {
  const [first, last] = [rising[0]!, rising.at(-1)!]
  const step = (last - first) / (rising.length - 1)
  return rising.length <= mostLevels && rising.every((value, i) => Math.abs(value - first - i * step) <= tolerance)
}

/** Numbers in rising order as states 0, 1, 2 and so on. */
const ranked = (rising: ReadonlyArray<number>): ReadonlyMap<number, number> =>
  new Map(rising.map((value, rank) => [value, rank]))

/** Grey levels of pictures: 0 to 255 in equal steps larger than 1. */
const isGrey = (rising: ReadonlyArray<number>): boolean =>
  rising.length > 2 && rising[0] === 0 && rising.at(-1) === 255 && evenlySpaced(rising, 1)

/** A state as it stands, or the mark of a cell that was not observed. */
const isPlain = (value: number): boolean => Number.isInteger(value) && value >= -1 && value <= unobserved

/** Two numbers of which one is no state: 0 and 255, -1 and +1, 0 and 0.5; but -1 beside a state is a mark. */
const areTwoStates = ([first, second]: ReadonlyArray<number>): boolean =>
  Number.isFinite(second! - first!) &&
  (second === unobserved || !isPlain(first!) || !isPlain(second!) || (first === -1 && second === 1))

/** `rising`: without NaN, each once, the smallest first; `stated` as below. */
const statesOfRising = (rising: ReadonlyArray<number>, stated: number): ReadonlyMap<number, number> | null => {
  const [first] = rising
  if (first === undefined) return new Map()
  // 255 alone may be one state as well as no observation at all.
  if (rising.length === 1 && first === unobserved) return null
  if (rising.length === 2 && stated <= 2 && areTwoStates(rising)) return ranked(rising)
  if (rising.every(isPlain) && !isGrey(rising)) {
    return new Map(rising.map((value) => [value, value === -1 ? unobserved : value]))
  }
  const tolerance = isGrey(rising) ? 1 : 1e-6 * (rising.at(-1)! - first)
  return rising.length > 2 && evenlySpaced(rising, tolerance) ? ranked(rising) : null
}

/**
 * States of the numbers that occur, null when they cannot be states.
 *
 * Whole numbers from 0 to 254 are the states themselves, and 255 and -1 beside them cells that were not observed.
 * But 0 and 255 alone are two states, as image libraries write them, and so are -1 and +1, as spins are written,
 * and any two numbers of which one is no state. Levels in equal steps, such as 0, 0.5 and 1 or 0, 85, 170 and 255,
 * are states in their order. NaN is unobserved.
 *
 * `stated` is the number of states that the file states, 0 = none: more than two make numbers states themselves.
 */
export const statesOfNumbers = (numbers: ReadonlyArray<number>, stated: number): ReadonlyMap<number, number> | null => {
  const rising = numbers.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  const missing = numbers.filter(Number.isNaN).map((value) => [value, unobserved] as const)
  const states = statesOfRising(rising, stated)
  return states === null ? null : new Map([...states, ...missing])
}

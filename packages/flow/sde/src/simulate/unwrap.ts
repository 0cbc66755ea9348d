import type { Trajectory } from "./trajectory.ts"

/**
 * Phases continued without jumps: each sample takes the multiple of 2π that puts it within π of the last one known.
 * Across a gap that multiple is a guess; increments are never taken across gaps.
 */
export const unwrap = ({ interval, space, values }: Trajectory): Trajectory => {
  const d = space.coordinates.length
  const unwrapped = values.slice()
  for (const [k, { kind }] of space.coordinates.entries()) {
    if (kind !== "phase") continue
    let last = Number.NaN
    for (let i = k; i < unwrapped.length; i += d) {
      const value = unwrapped[i]!
      if (Number.isNaN(value)) continue
      const turned = Number.isNaN(last) ? value : value - 2 * Math.PI * Math.round((value - last) / (2 * Math.PI))
      unwrapped[i] = turned
      last = turned
    }
  }
  return { space, interval, values: unwrapped }
}

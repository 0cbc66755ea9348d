import type { Census } from "@rulescope/lattice"

/** Whether some pattern has more than one outcome, which contradicts every family. */
export const isNoisy = ({ counts, states }: Census): boolean => {
  for (let row = 0; row < counts.length; row += states) {
    let outcomes = 0
    for (let next = 0; next < states; next++) if (counts[row + next]! > 0) outcomes++
    if (outcomes > 1) return true
  }
  return false
}

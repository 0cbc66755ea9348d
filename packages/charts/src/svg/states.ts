import { unobserved } from "@rulescope/lattice"
import { hatched } from "./figure.ts"
import type { Theme } from "./theme.ts"

/** Fill of a cell state: 0 dead, 1 live, further states in turn, 255 = unobserved hatched. */
export const stateFill = (state: number, theme: Theme): string => {
  if (state === unobserved) return hatched(theme)
  if (state === 0) return theme.dead
  return state === 1 ? theme.live : theme.further[(state - 2) % theme.further.length]!
}

import type { Share } from "./counterFigure.ts"

const words = [
  { live: "born", dead: "not" },
  { live: "lives", dead: "dies" }
] as const

/** One word for a share of classes: "born", "dies", "?"; "3/13" when they differ, the live ones of all. */
export const shareWord = ({ dead, live, open }: Share, centre: 0 | 1): string => {
  const all = dead + live + open
  if (open === all) return "?"
  if (live === all) return words[centre].live
  if (dead === all) return words[centre].dead
  return `${live}/${all}`
}

import type { Share } from "./counterFigure.ts"
import { englishRunWords, type RunWords } from "./runWords.ts"

/** One word for a share of classes: "born", "dies", "?"; "3/13" when they differ, the live ones of all. */
export const shareWord = (
  { dead, live, open }: Share,
  centre: 0 | 1,
  { counters }: RunWords = englishRunWords
): string => {
  const all = dead + live + open
  if (open === all) return "?"
  if (live === all) return counters.shares[centre].live
  if (dead === all) return counters.shares[centre].dead
  return `${live}/${all}`
}

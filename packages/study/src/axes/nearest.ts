/** Levenshtein distance: insertions, deletions and replacements from one text to the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf(".") + 1)

/** The candidate that was most likely meant: one with the same last part, else the one with the fewest letters changed. */
export const nearest = (wanted: string, candidates: ReadonlyArray<string>): string | undefined => {
  let best: string | undefined
  let least = Infinity
  for (const candidate of candidates) {
    const same = lastPart(candidate) === lastPart(wanted) ? 0.1 : 1
    const letters = distance(wanted.toLowerCase(), candidate.toLowerCase()) * same
    if (letters < least) [best, least] = [candidate, letters]
  }
  return best
}

import { unobserved } from "@rulescope/lattice"

/** Characters that stand for nothing: `.`, blanks, light shades and empty shapes. */
const empty = new Set([".", "-", "·", "∙", "⋅", ",", " ", "_", "░", "□", "◻", "◽", "▢", "○", "◦", "⚪", "　", "⠀"])

/** Characters that stand for something, where only one of two does. */
const full = new Set(["o", "O", "*", "#", "X", "x", "@", "+", "█", "■", "▓", "●", "◼", "◾", "⚫", "•", "$", "%", "&"])

/** Characters of cells that were not observed; `_` unless it must be a state. */
const isUnknown = (char: string, chars: ReadonlyArray<string>): boolean =>
  char === "?" || (char === "_" && chars.length > 2)

const isLetter = (char: string): boolean => /^[A-X]$/.test(char)

/** What occurs, and how often. */
export type Counts<A> = ReadonlyMap<A, number>

/** Of two characters the dead one: the empty one, or the one beside a full one, or the more frequent one. */
const deadOf = (a: string, b: string, counts: Counts<string>): string => {
  if (empty.has(a) !== empty.has(b)) return empty.has(a) ? a : b
  if (full.has(a) !== full.has(b)) return full.has(a) ? b : a
  return counts.get(a)! >= counts.get(b)! ? a : b
}

/**
 * States of the characters that occur, null when they cannot be told.
 *
 * Of two, one is dead: by convention (`.` and `#`, `□` and `■`), else the more frequent one. Of one, by
 * convention. `.` beside several of `o O * # X @` is dead, these live; beside letters `A` to `X`, these are states
 * 1 to 24, as in RLE. `?`, and `_` where it is a third, are unobserved.
 */
export const statesOfCharacters = (counts: Counts<string>): ReadonlyMap<string, number> | null => {
  const chars = [...counts.keys()]
  const unknown = chars.filter((char) => isUnknown(char, chars))
  const shown = chars.filter((char) => !isUnknown(char, chars))
  const missing = unknown.map((char) => [char, unobserved] as const)
  const [a, b] = shown
  if (a === undefined) return new Map(missing)
  if (b === undefined) return new Map([...missing, [a, empty.has(a) ? 0 : 1]])
  if (shown.length === 2 && !(shown.includes(".") && shown.some(isLetter) && !shown.some((char) => full.has(char)))) {
    const dead = deadOf(a, b, counts)
    return new Map([...missing, ...shown.map((char) => [char, char === dead ? 0 : 1] as const)])
  }
  const others = shown.filter((char) => !empty.has(char))
  if (others.length !== shown.length - 1) return null
  if (others.every(isLetter)) {
    return new Map([...missing, ...shown.map((c) => [c, empty.has(c) ? 0 : c.charCodeAt(0) - 64] as const)])
  }
  if (!others.every((char) => full.has(char))) return null
  return new Map([...missing, ...shown.map((char) => [char, empty.has(char) ? 0 : 1] as const)])
}

/** State of a character in a file that writes its states as numbers, or -1. */
export const stateBesideNumbers = (char: string): number =>
  char === "." || char === "·" ? 0 : char === "?" || char === "_" ? unobserved : -1

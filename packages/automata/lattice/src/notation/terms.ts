import type { Grid } from "./grid.ts"
import { elsewhere, type Parsed, parsed, refused } from "./parsed.ts"
import { isBlank } from "./states.ts"

/** One neighbour count as written: the count, and its letters when only some arrangements are meant. */
export interface CountTerm {
  readonly count: number
  /** Letters that follow the count, "" for all arrangements. */
  readonly letters: string
  /** The letters are those left out (`2-a`). */
  readonly except: boolean
  /** Where it stands in the text. */
  readonly at: number
}

/** Two terms of one count are one only when both list letters or both list none. */
export const differs = (a: CountTerm, b: CountTerm): boolean =>
  a.except || b.except || (a.letters === "") !== (b.letters === "")

const neighbourhoods = { "": "the 3×3 Moore neighbourhood", H: "a hexagonal grid", V: "the von Neumann neighbourhood" }

/** Why a character cannot stand where it does. */
export const unexpected = (
  text: string,
  at: number,
  last: CountTerm | undefined,
  grid: Grid,
  forms: string
): Parsed<never> => {
  const char = text[at]!
  const upper = char.toUpperCase()
  const most = grid.letters.length - 1
  if (char >= "0" && char <= "9") {
    return refused(text, at, `${char} is not a neighbour count`, `counts are 0 to ${most}`)
  }
  if (upper === "H" || upper === "V" || upper === "L") {
    const meant = { H: "a hexagonal", V: "a von Neumann", L: "another" }[upper]
    const here = `rules here are on ${neighbourhoods[grid.suffix]}`
    return elsewhere(text, at, `"${char}" means ${meant} neighbourhood`, here)
  }
  if (last === undefined) return refused(text, at, `unexpected "${char}"`, forms)
  if (char === "-") return refused(text, at, "a minus after letters", "it stands right after its count, as in 2-a")
  return refused(text, at, `"${char}" is not a letter of count ${last.count}`, allowedAfter(last.count, grid))
}

const allowedAfter = (count: number, { letters }: Grid): string =>
  letters[count]!.length === 0
    ? `count ${count} has one arrangement and takes no letters`
    : `its letters are ${letters[count]}`

/** Reads a count and its letters, which begin at `start`. */
export const readTerm = (
  text: string,
  start: number,
  stop: number,
  grid: Grid
): Parsed<{ term: CountTerm; end: number }> => {
  const count = Number(text[start])
  const known = grid.letters[count]!
  let at = start + 1
  const skip = (): void => {
    while (at < stop && isBlank(text[at])) at++
  }
  skip()
  const except = at < stop && text[at] === "-"
  if (except) at++
  let found = ""
  for (skip(); at < stop; skip()) {
    const letter = text[at]!.toLowerCase()
    if (!known.includes(letter)) break
    if (!found.includes(letter)) found += letter
    at++
  }
  if (except && found === "") {
    if (known === "") return refused(text, at, `nothing to leave out of ${count}`, allowedAfter(count, grid))
    return refused(text, at, `no letter of count ${count} after the minus`, allowedAfter(count, grid))
  }
  return parsed({ term: { count, letters: found, except, at: start }, end: at })
}

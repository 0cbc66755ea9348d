import { type Parsed, parsed, refused } from "./parsed.ts"

export const isBlank = (char: string | undefined): boolean => char !== undefined && /\s/.test(char)

const allowed = "2 to 255 states"

/** Reads a number of states such as `/4`, `/C4` or `g4`, which begins at `start`. */
export const readStates = (text: string, start: number, end: number): Parsed<{ states: number; end: number }> => {
  let at = start
  const skip = (): void => {
    while (at < end && isBlank(text[at])) at++
  }
  if (text[at] === "/" || text[at] === "_") at++
  skip()
  if (/[cg]/i.test(text[at] ?? "")) at++
  skip()
  const first = at
  while (at < end && text[at]! >= "0" && text[at]! <= "9") at++
  if (at === first) return refused(text, at, "no number of states", allowed)
  const states = Number(text.slice(first, at))
  if (states < 2 || states > 255) return refused(text, first, `${text.slice(first, at)} states`, allowed)
  return parsed({ states, end: at })
}

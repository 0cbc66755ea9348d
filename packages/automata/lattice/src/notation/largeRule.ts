import { readHexRule } from "./hexRule.ts"
import { type Parsed, parsed, refused, refuseTopology } from "./parsed.ts"

/** What stands in a rule with a radius. */
export interface LargeRule {
  readonly radius: number
  readonly states: number
  /** 1: a live cell counts itself. */
  readonly middle: 0 | 1
  /** Square, diamond (von Neumann) or disc. */
  readonly shape: "M" | "N" | "C"
  readonly birth: ReadonlyArray<number>
  readonly survival: ReadonlyArray<number>
}

const forms = "write R5,C0,M1,S34..58,B34..45,NM or R2,C2,S6-9,B7-8"
/** Cells of the largest square that rules have a radius for. */
const largest = 441

/** A piece between commas, without blanks around it. */
interface Piece {
  readonly text: string
  readonly at: number
}

const pieces = (text: string): ReadonlyArray<Piece> => {
  const found: Array<Piece> = []
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && text[at] !== ",") continue
    const piece = text.slice(start, at)
    const trimmed = piece.trimStart()
    found.push({ text: trimmed.trimEnd(), at: start + piece.length - trimmed.length })
    start = at + 1
  }
  return found
}

const wholeNumber = (digits: string): number | null => {
  if (digits === "") return null
  for (const digit of digits) if (digit < "0" || digit > "9") return null
  const value = Number(digits)
  return value > largest ? null : value
}

/** Ends of one range: `34..58`, `34-58` or `34`. */
const readRange = (text: string, { at, text: piece }: Piece): Parsed<readonly [from: number, to: number]> => {
  const dots = piece.indexOf("..")
  const cut = dots >= 0 ? dots : piece.indexOf("-")
  const from = wholeNumber(cut < 0 ? piece : piece.slice(0, cut))
  const to = cut < 0 ? from : wholeNumber(piece.slice(cut + (dots >= 0 ? 2 : 1)))
  if (from === null || to === null)
    return refused(text, at, `"${piece}" is no range of counts`, "ranges are 34..58, 34-58 or 34")
  if (from > to) return refused(text, at, `the range ${piece} is empty`, "the smaller count stands first")
  return parsed([from, to])
}

/** Evans's form, `5,34,45,34,58`: radius, births and survivals of a square in which a live cell counts itself. */
const readFive = (text: string, all: ReadonlyArray<Piece>, most: number): Parsed<LargeRule> => {
  const numbers = all.map((piece) => wholeNumber(piece.text))
  const bad = numbers.indexOf(null)
  if (bad >= 0 || numbers.length !== 5) {
    return refused(text, bad < 0 ? text.length : all[bad]!.at, "not five numbers", `${forms}, or 5,34,45,34,58`)
  }
  const [radius, b0, b1, s0, s1] = numbers as [number, number, number, number, number]
  if (radius < 1 || radius > most) return refused(text, 0, `radius ${radius}`, `radii are 1 to ${most}`)
  const range = (from: number, to: number): ReadonlyArray<number> =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
  return parsed({ radius, states: 2, middle: 1, shape: "M", birth: range(b0, b1), survival: range(s0, s1) })
}

/**
 * Reads `R5,C0,M1,S34..58,B34..45,NM`; with lists of counts `R2,C2,S6-9,12,B7-8,NC`, where C2, M0 and NM may be left
 * out; Evans's `5,34,45,34,58`; and the hexadecimal `r2b000008s03ff00`. C0 and C1 mean two states.
 */
export const readLargeRule = (text: string, most: number): Parsed<LargeRule> => {
  const topology = refuseTopology(text)
  if (topology !== null) return topology
  const hex = readHexRule(text)
  if (hex !== null) return hex
  const all = pieces(text)
  if (all[0]!.text !== "" && wholeNumber(all[0]!.text) !== null) return readFive(text, all, most)
  const seen = new Map<string, Piece>()
  const counts = { B: new Uint8Array(largest + 1), S: new Uint8Array(largest + 1) }
  let open: "B" | "S" | null = null
  for (const piece of all) {
    const letter = piece.text.slice(0, 1).toUpperCase()
    const digit = letter >= "0" && letter <= "9"
    if (digit && open === null) return refused(text, piece.at, "a count without S or B before it", forms)
    if (!digit) {
      if (letter === "" || !"RCMSBN".includes(letter)) {
        return refused(text, piece.at, letter === "" ? "an empty part" : `unexpected "${piece.text[0]}"`, forms)
      }
      if (seen.has(letter)) return refused(text, piece.at, `a second ${letter} part`, forms)
      seen.set(letter, { text: piece.text.slice(1), at: piece.at + 1 })
      open = letter === "B" || letter === "S" ? letter : null
    }
    if (open === null || (!digit && piece.text.length === 1)) continue
    const read = readRange(text, digit ? piece : { text: piece.text.slice(1), at: piece.at + 1 })
    if (!read.ok) return read
    counts[open].fill(1, read.value[0], read.value[1] + 1)
  }
  return assemble(text, seen, counts, most)
}

const marked = (counts: Uint8Array): ReadonlyArray<number> => [...counts.keys()].filter((count) => counts[count] === 1)

const assemble = (
  text: string,
  seen: ReadonlyMap<string, Piece>,
  counts: { readonly B: Uint8Array; readonly S: Uint8Array },
  most: number
): Parsed<LargeRule> => {
  const place = (letter: string): number => seen.get(letter)?.at ?? text.length
  const numberOf = (letter: string, left: string): number | null => wholeNumber(seen.get(letter)?.text ?? left)
  for (const letter of "RSB") {
    if (!seen.has(letter)) return refused(text, letter === "R" ? 0 : text.length, `no ${letter} part`, forms)
  }
  const radius = numberOf("R", "")
  if (radius === null || radius < 1 || radius > most) {
    return refused(text, place("R"), `radius ${seen.get("R")!.text}`, `radii are 1 to ${most}`)
  }
  const written = numberOf("C", "2")
  if (written === null || written > 255) return refused(text, place("C"), "no number of states", "C0 to C255")
  const middle = numberOf("M", "0")
  if (middle !== 0 && middle !== 1)
    return refused(text, place("M"), "neither M0 nor M1", "M1: a live cell counts itself")
  const shape = (seen.get("N")?.text ?? "M").toUpperCase()
  if (shape !== "M" && shape !== "N" && shape !== "C") {
    return refused(text, place("N"), `the neighbourhood N${shape}`, "NM square, NN diamond, NC disc")
  }
  return parsed({
    radius,
    states: Math.max(2, written),
    middle,
    shape,
    birth: marked(counts.B),
    survival: marked(counts.S)
  })
}

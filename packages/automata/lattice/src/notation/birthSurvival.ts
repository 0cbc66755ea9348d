import { letters } from "./hensel.ts"
import { type Parsed, parsed, refused, refuseTopology } from "./parsed.ts"

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

/** What stands in the two parts of a rule string, in the order written. */
export interface BirthSurvival {
  readonly birth: ReadonlyArray<CountTerm>
  readonly survival: ReadonlyArray<CountTerm>
}

interface Part {
  /** "" when neither B nor S stands before the counts. */
  readonly kind: "B" | "S" | ""
  readonly terms: Array<CountTerm>
}

const forms = "write B…/S… such as B36/S23, or survival/birth counts such as 23/36"

const isBlank = (char: string | undefined): boolean => char !== undefined && /\s/.test(char)

/**
 * Reads `B36/S23`, `b36s23`, `S23/B36`, `B36_S23` and the older survival-first `23/36`, with Hensel's letters
 * after a count (`B2-a/S12`). Case and blanks do not matter; a part left out is empty.
 *
 * Departs from Golly: a count that stands twice in a part is refused when the two readings differ (Golly lets a
 * minus of one reach the letters of the other).
 */
export const parseBirthSurvival = (text: string): Parsed<BirthSurvival> => {
  const topology = refuseTopology(text)
  if (topology !== null) return topology
  const parts: Array<Part> = []
  let open: Part | undefined
  let separated = false
  const begin = (kind: Part["kind"]): Part => {
    const part: Part = { kind, terms: [] }
    parts.push(part)
    return part
  }
  let at = 0
  while (at < text.length) {
    const char = text[at]!.toUpperCase()
    if (isBlank(char)) at++
    else if (char === "B" || char === "S") {
      if (parts.some((part) => part.kind === char)) return refused(text, at, `a second ${char} part`, forms)
      if (parts.length === 2) return refused(text, at, "a third part", forms)
      open = begin(char)
      at++
    } else if (char === "/" || char === "_") {
      if (separated) return refused(text, at, "a second separator", `rules of two states have one; ${forms}`)
      if (parts.length === 2) return refused(text, at, "a separator after both parts", forms)
      if (parts.length === 0) begin("")
      separated = true
      open = undefined
      at++
    } else if (char >= "0" && char <= "8") {
      open ??= begin("")
      const read = readTerm(text, at)
      if (!read.ok) return read
      const { end, term } = read.value
      const clash = open.terms.find((other) => other.count === term.count && differs(other, term))
      if (clash !== undefined) {
        return refused(text, at, `count ${term.count} stands twice and differs`, "write it once, with all its letters")
      }
      open.terms.push(term)
      at = end
    } else return unexpected(text, at, open?.terms.at(-1))
  }
  return assemble(text, parts, separated)
}

/** Two terms of one count are one only when both list letters or both list none. */
const differs = (a: CountTerm, b: CountTerm): boolean =>
  a.except || b.except || (a.letters === "") !== (b.letters === "")

const unexpected = (text: string, at: number, last: CountTerm | undefined): Parsed<never> => {
  const char = text[at]!
  const upper = char.toUpperCase()
  if (char === "9") return refused(text, at, "9 is not a neighbour count", "counts are 0 to 8")
  if (upper === "H" || upper === "V" || upper === "L") {
    const grid = { H: "a hexagonal", V: "a von Neumann", L: "another" }[upper]
    return refused(text, at, `"${char}" means ${grid} neighbourhood`, "rules here are on the 3×3 Moore neighbourhood")
  }
  if (last === undefined) return refused(text, at, `unexpected "${char}"`, forms)
  if (char === "-") return refused(text, at, "a minus after letters", "it stands right after its count, as in 2-a")
  return refused(text, at, `"${char}" is not a letter of count ${last.count}`, allowedAfter(last.count))
}

const allowedAfter = (count: number): string =>
  letters[count]!.length === 0
    ? `count ${count} has one arrangement and takes no letters`
    : `its letters are ${letters[count]}`

const readTerm = (text: string, start: number): Parsed<{ term: CountTerm; end: number }> => {
  const count = Number(text[start])
  let at = start + 1
  const skip = (): void => {
    while (isBlank(text[at])) at++
  }
  skip()
  const except = text[at] === "-"
  if (except) at++
  let found = ""
  for (skip(); at < text.length; skip()) {
    const letter = text[at]!.toLowerCase()
    if (!letters[count]!.includes(letter)) break
    if (!found.includes(letter)) found += letter
    at++
  }
  if (except && found === "") {
    if (letters[count] === "") return refused(text, at, `nothing to leave out of ${count}`, allowedAfter(count))
    return refused(text, at, `no letter of count ${count} after the minus`, allowedAfter(count))
  }
  return parsed({ term: { count, letters: found, except, at: start }, end: at })
}

const assemble = (text: string, parts: ReadonlyArray<Part>, separated: boolean): Parsed<BirthSurvival> => {
  const [first, second] = parts
  if (first === undefined) return refused(text, 0, "an empty rule", forms)
  if (first.kind === "" && second === undefined && !separated) {
    return refused(text, text.length, "no birth part", forms)
  }
  const named = (kind: "B" | "S") => parts.find((part) => part.kind === kind)
  const nameless = parts.filter((part) => part.kind === "")
  // Without letters the older order holds, survival first; beside a named part the nameless one is the other.
  const survival = named("S") ?? nameless.shift()
  const birth = named("B") ?? nameless.shift()
  return parsed({ birth: birth?.terms ?? [], survival: survival?.terms ?? [] })
}

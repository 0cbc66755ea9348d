import { letters } from "./hensel.ts"
import { type Parsed, parsed, refused } from "./parsed.ts"

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

export interface BirthSurvival {
  readonly birth: ReadonlyArray<CountTerm>
  readonly survival: ReadonlyArray<CountTerm>
}

const forms = "write B…/S… such as B36/S23, or survival/birth counts such as 23/36"

/**
 * Reads `B36/S23`, `b36s23`, `S23/B36`, `B36_S23` and the older survival-first `23/36`,
 * with Hensel's letters after a count (`B2-a/S12`). Case and blanks do not matter.
 */
export const parseBirthSurvival = (text: string): Parsed<BirthSurvival> => {
  const sections: Array<{ kind: "B" | "S" | ""; terms: Array<CountTerm>; at: number }> = []
  const separators: Array<number> = []
  let at = 0
  while (at < text.length) {
    const char = text[at]!.toUpperCase()
    const section = sections.at(-1)
    if (char === " ") at++
    else if (char === "B" || char === "S") {
      sections.push({ kind: char, terms: [], at: at++ })
    } else if (char === "/" || char === "_") {
      separators.push(at++)
      if (separators.length > 1)
        return refused(text, at - 1, "a second separator", `a two-state rule has one; ${forms}`)
      if (section === undefined) sections.push({ kind: "", terms: [], at: at - 1 })
      const next = text.slice(at).trimStart()[0]?.toUpperCase()
      const named = section !== undefined && section.kind !== ""
      if (next !== "B" && next !== "S" && !(named && next === undefined)) sections.push({ kind: "", terms: [], at })
    } else if (char >= "0" && char <= "8") {
      if (section === undefined) sections.push({ kind: "", terms: [], at })
      const read = readTerm(text, at)
      if (!read.ok) return read
      sections.at(-1)!.terms.push(read.value.term)
      at = read.value.end
    } else if (char === "9") return refused(text, at, "9 is not a neighbour count", "counts are 0 to 8")
    else if (char === ":") return refused(text, at, "a topology suffix", "leave it out and choose the boundary instead")
    else if (section?.terms.length) {
      return refused(
        text,
        at,
        `"${text[at]}" is not a letter of count ${section.terms.at(-1)!.count}`,
        allowedAfter(section.terms.at(-1)!.count)
      )
    } else return refused(text, at, `unexpected "${text[at]}"`, forms)
  }
  return assemble(text, sections)
}

const allowedAfter = (count: number): string =>
  letters[count]!.length === 0
    ? `count ${count} has one arrangement and takes no letters`
    : `its letters are ${letters[count]}`

const readTerm = (text: string, start: number): Parsed<{ term: CountTerm; end: number }> => {
  const count = Number(text[start])
  let at = start + 1
  const except = text[at] === "-"
  if (except) at++
  const from = at
  let found = ""
  while (at < text.length) {
    const letter = text[at]!.toLowerCase()
    if (!letters[count]!.includes(letter)) break
    if (!found.includes(letter)) found += letter
    at++
  }
  if (except && at === from) return refused(text, at, `no letter after "${count}-"`, allowedAfter(count))
  return parsed({ term: { count, letters: found, except, at: start }, end: at })
}

const assemble = (
  text: string,
  sections: ReadonlyArray<{ kind: "B" | "S" | ""; terms: Array<CountTerm>; at: number }>
): Parsed<BirthSurvival> => {
  const [first, second, third] = sections
  if (first === undefined) return refused(text, 0, "an empty rule", forms)
  if (third !== undefined) return refused(text, third.at, "a third part", forms)
  if (first.kind === "" && second === undefined) {
    return refused(text, text.length, "no birth part", forms)
  }
  if ((first.kind === "") !== ((second ?? first).kind === "")) {
    const lone = first.kind === "" ? first : second!
    return refused(text, lone.at, "a part without B or S beside one that has it", forms)
  }
  if (first.kind !== "" && first.kind === second?.kind)
    return refused(text, second.at, `a second ${second.kind} part`, forms)
  const part = (kind: "B" | "S") => {
    const named = sections.find((section) => section.kind === kind)
    if (named !== undefined) return named.terms
    if (first.kind !== "") return []
    return kind === "S" ? first.terms : (second?.terms ?? [])
  }
  return parsed({ birth: part("B"), survival: part("S") })
}

import { type Grid, mooreGrid } from "./grid.ts"
import { elsewhere, type Parsed, parsed, refused, refuseTopology } from "./parsed.ts"
import { isBlank, readStates } from "./states.ts"
import { type CountTerm, differs, readTerm, unexpected } from "./terms.ts"

/** What stands in the parts of a rule string, in the order written. */
export interface BirthSurvival {
  readonly birth: ReadonlyArray<CountTerm>
  readonly survival: ReadonlyArray<CountTerm>
  /** Number of states, 2 to 255; 2 when the string does not say. */
  readonly states: number
}

interface Part {
  /** "" when neither B nor S stands before the counts. */
  readonly kind: "B" | "S" | ""
  /** By count. */
  readonly terms: Map<number, CountTerm>
}

/** How rules on a grid are written, with or without cells that decay. */
export interface Notation {
  readonly grid: Grid
  /** A third part says how many states there are. */
  readonly decays: boolean
}

const formsOf = ({ decays, grid: { suffix } }: Notation): string =>
  decays
    ? `write B…/S…/C… such as B2/S345/C4${suffix}, or survival/birth/states such as 345/2/4${suffix}`
    : suffix === ""
      ? "write B…/S… such as B36/S23, or survival/birth counts such as 23/36"
      : `write B…/S…${suffix} such as B2/S34${suffix}, or survival/birth counts such as 34/2${suffix}`

/** Where the suffix begins; an answer instead when it is not there. */
const endOf = (text: string, suffix: string): Parsed<number> => {
  let end = text.length
  while (end > 0 && isBlank(text[end - 1])) end--
  if (suffix === "") return parsed(text.length)
  if (text[end - 1]?.toUpperCase() === suffix) return parsed(end - 1)
  return elsewhere(text, 0, `no ${suffix} at the end`, `it names the neighbourhood, as in 34/2${suffix}`)
}

/**
 * Reads `B36/S23`, `b36s23`, `S23/B36`, `B36_S23` and the older survival-first `23/36`, with Hensel's letters
 * after a count (`B2-a/S12`) where the grid has them; with decay also `B2/S345/C4`, `345/2/4` and `g4b2s345`. Case and
 * blanks do not matter; a part left out is empty.
 *
 * Departs from Golly: a count that stands twice in a part is refused when the two readings differ (Golly lets a
 * minus of one reach the letters of the other).
 */
export const parseBirthSurvival = (
  text: string,
  notation: Notation = { grid: mooreGrid, decays: false }
): Parsed<BirthSurvival> => {
  const topology = refuseTopology(text)
  if (topology !== null) return topology
  const { decays, grid } = notation
  const forms = formsOf(notation)
  const suffixed = endOf(text, grid.suffix)
  if (!suffixed.ok) return suffixed
  const end = suffixed.value
  const parts: Array<Part> = []
  let open: Part | undefined
  let latest: CountTerm | undefined
  let separated = false
  let states: number | null = null
  const begin = (kind: Part["kind"]): Part => {
    const part: Part = { kind, terms: new Map() }
    parts.push(part)
    latest = undefined
    return part
  }
  let at = 0
  while (at < end) {
    const char = text[at]!.toUpperCase()
    const atStates = decays && (char === "C" || char === "G" || ((char === "/" || char === "_") && separated))
    if (isBlank(char)) at++
    else if (atStates) {
      if (states !== null) return refused(text, at, "the states stand twice", forms)
      if (char === "/" || char === "_") while (parts.length < 2) begin("")
      const read = readStates(text, at, end)
      if (!read.ok) return read
      states = read.value.states
      at = read.value.end
      open = undefined
      if (parts.length === 0 && (text[at] === "/" || text[at] === "_")) at++
    } else if (char === "B" || char === "S") {
      if (parts.some((part) => part.kind === char)) return refused(text, at, `a second ${char} part`, forms)
      if (parts.length === 2) return refused(text, at, "a third part", forms)
      open = begin(char)
      at++
    } else if (char === "/" || char === "_") {
      if (separated) return elsewhere(text, at, "a second separator", `rules of two states have one; ${forms}`)
      if (parts.length === 2 && !decays) return refused(text, at, "a separator after both parts", forms)
      if (parts.length === 2) {
        separated = true
        continue
      }
      if (parts.length === 0) begin("")
      separated = true
      open = undefined
      at++
    } else if (char >= "0" && char <= "9" && Number(char) < grid.letters.length) {
      open ??= begin("")
      const read = readTerm(text, at, end, grid)
      if (!read.ok) return read
      const { end: after, term } = read.value
      const twin = open.terms.get(term.count)
      if (twin !== undefined && differs(twin, term)) {
        return refused(text, at, `count ${term.count} stands twice and differs`, "write it once, with all its letters")
      }
      open.terms.set(term.count, twin === undefined ? term : { ...twin, letters: union(twin.letters, term.letters) })
      latest = term
      at = after
    } else return unexpected(text, at, open === undefined ? undefined : latest, grid, forms)
  }
  if (decays && states === null) return elsewhere(text, text.length, "no number of states", forms)
  return assemble(text, parts, separated, states, forms)
}

const union = (a: string, b: string): string => a + [...b].filter((letter) => !a.includes(letter)).join("")

const termsOf = (part: Part | undefined): ReadonlyArray<CountTerm> => [...(part?.terms.values() ?? [])]

const assemble = (
  text: string,
  parts: ReadonlyArray<Part>,
  separated: boolean,
  states: number | null,
  forms: string
): Parsed<BirthSurvival> => {
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
  return parsed({ birth: termsOf(birth), survival: termsOf(survival), states: states ?? 2 })
}

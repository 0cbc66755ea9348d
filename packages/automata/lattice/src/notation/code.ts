import { elsewhere, type Parsed, parsed, refused, refuseTopology } from "./parsed.ts"

/** A code of sums, and the neighbourhood that it is about. */
export interface TotalisticCode {
  /** For each state of the cell on its own. */
  readonly outer: boolean
  /** 2 to 16. */
  readonly states: number
  /** 1 to 3. */
  readonly radius: number
  readonly grid: "line" | "moore" | "von-neumann"
  /** Digits of the code in base `states`, the last one first. */
  readonly digits: Uint8Array
}

const forms = "write code 1599 k3 r1, or outer code 224 k2 r1 moore"

/** Most states and largest radius, and the decimal digits that a code of these may have. */
const [mostStates, mostRadius, longest] = [16, 3, 14_000]

const digitsOf = (code: string, states: number): Uint8Array =>
  Uint8Array.from([...BigInt(code).toString(states)].reverse(), (digit) => Number.parseInt(digit, mostStates))

/** Reads a code; `r1` and a row of cells may be left out. */
export const readCode = (text: string): Parsed<TotalisticCode> => {
  const topology = refuseTopology(text)
  if (topology !== null) return topology
  const words = [...text.matchAll(/\S+/g)].map((match) => ({ word: match[0].toLowerCase(), at: match.index }))
  const outer = words[0]?.word === "outer"
  const [head, code, ...rest] = outer ? words.slice(1) : words
  if (head?.word !== "code") return elsewhere(text, head?.at ?? 0, "no code", forms)
  if (code === undefined || !/^\d+$/.test(code.word) || code.word.length > longest) {
    return refused(text, code?.at ?? text.length, "no number of a code", forms)
  }
  let [states, radius, grid]: [number, number, TotalisticCode["grid"]] = [2, 1, "line"]
  for (const { at, word } of rest) {
    const [, letter, number] = /^([kr])(\d{1,2})$/.exec(word) ?? []
    const value = Number(number)
    if (letter === "k" && value >= 2 && value <= mostStates) states = value
    else if (letter === "r" && value >= 1 && value <= mostRadius) radius = value
    else if (word === "moore" || word === "von-neumann") grid = word
    else return refused(text, at, `unexpected "${word}"`, `${forms}; k is 2 to ${mostStates}, r is 1 to ${mostRadius}`)
  }
  return parsed({ outer, states, radius, grid, digits: digitsOf(code.word, states) })
}

/** Canonical code; a digit that is no state reads as 0. */
export const formatCode = ({ digits, grid, outer, radius, states }: TotalisticCode): string => {
  let code = 0n
  for (let i = digits.length - 1; i >= 0; i--)
    code = code * BigInt(states) + BigInt(digits[i]! < states ? digits[i]! : 0)
  return `${outer ? "outer " : ""}code ${code} k${states} r${radius}${grid === "line" ? "" : ` ${grid}`}`
}

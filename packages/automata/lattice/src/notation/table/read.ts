import { elsewhere, type Parsed, parsed, refused } from "../parsed.ts"
import { type TableGrid, tableGrids } from "./grid.ts"

/** One entry of a transition: the states that it may be, and the variable that binds it to others. */
interface Entry {
  readonly states: ReadonlyArray<number>
  readonly variable: string | null
}

/** One line of transitions: the cells in the order of the grid, then the next state. */
export interface Transition {
  readonly inputs: ReadonlyArray<Entry>
  readonly output: Entry
  readonly at: number
}

/** What stands in a rule table. */
export interface Table {
  readonly grid: TableGrid
  /** Golly's name of the symmetry. */
  readonly symmetry: string
  /** 2 to 255. */
  readonly states: number
  readonly transitions: ReadonlyArray<Transition>
}

interface Line {
  readonly text: string
  readonly at: number
}

/** Lines of the `@TABLE` section without comments; null when there is none. */
const tableLines = (text: string): ReadonlyArray<Line> | null => {
  const lines: Array<Line> = []
  let inside = false
  let found = false
  let at = 0
  for (const whole of text.split("\n")) {
    const content = (whole.includes("#") ? whole.slice(0, whole.indexOf("#")) : whole).trim()
    if (content.startsWith("@")) {
      inside = !found && content.startsWith("@TABLE")
      found ||= inside
    } else if (inside && content !== "") lines.push({ text: content, at: at + whole.search(/\S/) })
    at += whole.length + 1
  }
  return found ? lines : null
}

type Variables = ReadonlyMap<string, ReadonlyArray<number>>

/** One piece between commas: a state, a variable, or states in braces. */
const readEntry = (piece: string, states: number, variables: Variables): Entry | null => {
  if (/^\d{1,3}$/.test(piece)) return Number(piece) < states ? { states: [Number(piece)], variable: null } : null
  const known = variables.get(piece)
  if (known !== undefined) return { states: known, variable: piece }
  if (!piece.startsWith("{") || !piece.endsWith("}")) return null
  const all = new Set<number>()
  for (const part of piece.slice(1, -1).split(",")) {
    const entry = readEntry(part.trim(), states, variables)
    if (entry === null || part.includes("{")) return null
    for (const state of entry.states) all.add(state)
  }
  return { states: [...all], variable: null }
}

/** Pieces between commas that stand outside braces; single characters where there is no comma at all. */
const piecesOf = (text: string): ReadonlyArray<string> => {
  if (!text.includes(",")) return [...text].filter((char) => char.trim() !== "")
  const pieces: Array<string> = []
  let [start, depth] = [0, 0]
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === "{") depth++
    else if (text[i] === "}") depth--
    else if (i === text.length || (text[i] === "," && depth === 0)) {
      pieces.push(text.slice(start, i).trim())
      start = i + 1
    }
  }
  return pieces
}

const forms = "an @TABLE section as in Golly's .rule files"

/** Reads the `@TABLE` section of a `.rule` file: names and colours beside it do not matter. */
export const readTable = (text: string): Parsed<Table> => {
  const lines = tableLines(text)
  if (lines === null) return elsewhere(text, 0, "no @TABLE section", forms)
  let states: number | null = null
  let grid: TableGrid = tableGrids.find(({ name }) => name === "vonNeumann")!
  let symmetry = "rotate4"
  const variables = new Map<string, ReadonlyArray<number>>()
  const transitions: Array<Transition> = []
  for (const { at, text: line } of lines) {
    const [, key, value] = /^(n_states|neighborhood|symmetries)\s*:\s*(\S+)$/.exec(line) ?? []
    if (key === "n_states") {
      states = Number(value)
      if (!(states >= 2 && states <= 255)) return refused(text, at, `${value} states`, "2 to 255 states")
    } else if (key === "neighborhood") {
      const known = tableGrids.find(({ name }) => name === value)
      const names = tableGrids.map(({ name }) => name).join(", ")
      if (known === undefined) return refused(text, at, `the neighbourhood ${value}`, `known are ${names}`)
      grid = known
    } else if (key === "symmetries") symmetry = value!
    else if (states === null) return refused(text, at, "no n_states before this line", forms)
    else if (/^var\s/.test(line)) {
      const [, name, set] = /^var\s+(\w+)\s*=\s*(\{.*\})$/.exec(line) ?? []
      const entry = set === undefined ? null : readEntry(set, states, variables)
      if (name === undefined || entry === null) return refused(text, at, "no variable", "write var a={0,1,2}")
      variables.set(name, entry.states)
    } else {
      const pieces = piecesOf(line)
      const entries = pieces.map((piece) => readEntry(piece, states!, variables))
      const bad = entries.indexOf(null)
      if (bad >= 0) return refused(text, at, `"${pieces[bad]}" is neither a state nor a variable`, `${states} states`)
      if (entries.length !== grid.order.length + 1) {
        return refused(text, at, `${entries.length} entries`, `${grid.name} has ${grid.order.length + 1} a line`)
      }
      transitions.push({ inputs: entries.slice(0, -1) as Array<Entry>, output: entries.at(-1)!, at })
    }
  }
  if (states === null) return refused(text, text.length, "no n_states", forms)
  if (!grid.symmetries.some(([name]) => name === symmetry)) {
    const names = grid.symmetries.map(([name]) => name).join(", ")
    return refused(text, text.indexOf(symmetry), `the symmetry ${symmetry}`, `${grid.name} has ${names}`)
  }
  return parsed({ grid, symmetry, states, transitions })
}

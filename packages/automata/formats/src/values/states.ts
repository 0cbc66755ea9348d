import { type Read, unreadable } from "@rulescope/arrays"
import { unobserved, type ValueState } from "@rulescope/lattice"
import { Result } from "effect"
import type { Settings } from "../settings.ts"
import type { Sheet, Value } from "../sheet.ts"
import { stateBesideNumbers, statesOfCharacters } from "./characters.ts"
import { histogram } from "./histogram.ts"
import { statesOfNumbers } from "./numbers.ts"

/** The state that every value is taken for. */
export type StateOf = ReadonlyMap<Value, number>

const shownValue = (value: Value): string => (value === null ? "not observed" : `${value}`)

const tallies = new WeakMap<Uint8Array, Float64Array>()

/** How often each code occurs; counted once for an array, which nobody changes from here on. */
const tally = (codes: Uint8Array): Float64Array => {
  const known = tallies.get(codes)
  if (known !== undefined) return known
  const counts = histogram(codes)
  tallies.set(codes, counts)
  return counts
}

const add = (counts: Map<Value, number>, { codes, values }: Sheet): void => {
  for (const [code, count] of tally(codes).entries()) {
    if (count > 0) counts.set(values[code]!, (counts.get(values[code]!) ?? 0) + count)
  }
}

const some = (values: ReadonlyArray<Value>): string => {
  const shown = values.slice(0, 8).map(shownValue).join(", ")
  return values.length > 8 ? `${shown} and ${values.length - 8} more` : shown
}

/** First frame, row and column that hold a value; frames from 0. */
const placeOf = (value: Value, sheets: ReadonlyArray<Sheet>): string => {
  for (const { codes, height, name, values, width } of sheets) {
    const at = codes.findIndex((code) => Object.is(values[code], value))
    if (at < 0) continue
    const [x, y, t] = [at % width, Math.floor(at / width) % height, Math.floor(at / (width * height))]
    return `${name === "" ? "" : `${name}, `}frame ${t}, row ${y}, column ${x}`
  }
  return "the file"
}

/** Letter case and `#` do not matter, so that colours may be given as ffffff. */
const keyOf = (text: string): string => (text.length > 1 ? text.toLowerCase().replace(/^#/, "") : text)

const givenStates = (values: ReadonlyArray<Value>, given: NonNullable<Settings["values"]>): Read<StateOf> => {
  const states = new Map<Value, number>()
  for (const [text, state] of Object.entries(given)) {
    const value = values.find((one) => keyOf(shownValue(one)) === keyOf(text))
    if (value === undefined) {
      return unreadable(`no cell holds ${text}; there are ${some(values)}`, "name values that occur")
    }
    states.set(value, state === "unobserved" ? unobserved : state)
  }
  return Result.succeed(states)
}

const remedy =
  "states are whole numbers 0 to 254, or . for dead and one other character; or say with --values what the values are, such as --values 10=0,20=1"

const notStates = (values: ReadonlyArray<Value>, strange: Value, sheets: ReadonlyArray<Sheet>): Read<never> =>
  values.length === 1
    ? unreadable(`every cell holds ${shownValue(strange)}`, remedy)
    : unreadable(
        `${placeOf(strange, sheets)} holds ${shownValue(strange)}, which is no state beside the others; there are ${some(values)}`,
        remedy
      )

/** The value that stands out: no whole number from 0 to 255, else the last. */
const strangest = (values: ReadonlyArray<Value>): Value =>
  values.find((value) => typeof value !== "number" || !(Number.isInteger(value) && value >= -1 && value <= 255)) ??
  values.at(-1)!

/**
 * The states that the values in all sheets are taken for: those of `settings`, the others by
 * {@link statesOfNumbers} and {@link statesOfCharacters}. Sheets of one reading share their states.
 */
export const takeForStates = (sheets: ReadonlyArray<Sheet>, settings: Settings): Read<StateOf> =>
  Result.gen(function* () {
    const counts = new Map<Value, number>()
    for (const sheet of sheets) add(counts, sheet)
    const values = [...counts.keys()]
    const given = yield* givenStates(values, settings.values ?? {})
    const known = new Map<Value, number>([[null, unobserved]])
    for (const { states } of sheets) for (const [value, state] of states ?? []) known.set(value, state)
    for (const [value, state] of given) known.set(value, state)
    const left = values.filter((value) => !known.has(value))
    const numbers = left.filter((value) => typeof value === "number")
    const words = left.filter((value) => typeof value === "string")
    const stated = sheets.reduce((most, { statement }) => Math.max(most, statement.states), 0)
    const found = new Map(known)
    // Beside values that were given, numbers are what they are.
    const ofNumbers = statesOfNumbers(numbers, given.size > 0 ? 255 : stated)
    if (ofNumbers === null) return yield* notStates(values, strangest(numbers), sheets)
    for (const [value, state] of ofNumbers) found.set(value, state)
    if (numbers.length > 0) {
      for (const word of words) found.set(word, stateBesideNumbers(word))
    } else {
      const ofWords = statesOfCharacters(new Map(words.map((word) => [word, counts.get(word)!])))
      if (ofWords === null) return yield* notStates(values, strangest(words), sheets)
      for (const [value, state] of ofWords) found.set(value, state)
    }
    const strange = values.find((value) => found.get(value) === -1)
    return strange === undefined ? found : yield* notStates(values, strange, sheets)
  })

/** Cells of a sheet in states; the sheet's own array where its codes are the states already. */
export const cellsOf = ({ codes, values }: Sheet, stateOf: StateOf): Uint8Array => {
  const table = Uint8Array.from({ length: 256 }, (_, code) => stateOf.get(values[code] ?? null) ?? unobserved)
  const counts = tally(codes)
  return table.every((state, code) => counts[code] === 0 || state === code) ? codes : codes.map((code) => table[code]!)
}

/** What the values of a sheet were taken for, states in rising order. */
export const valuesOf = ({ codes, values }: Sheet, stateOf: StateOf): ReadonlyArray<ValueState> => {
  const found = new Map<string, ValueState>()
  for (const [code, count] of tally(codes).entries()) {
    if (count === 0) continue
    const value = shownValue(values[code] ?? null)
    found.set(value, { value, state: stateOf.get(values[code]!)!, cells: (found.get(value)?.cells ?? 0) + count })
  }
  return [...found.values()].sort((a, b) => a.state - b.state)
}

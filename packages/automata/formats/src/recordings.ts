import type { Read } from "@rulescope/arrays"
import { type Recording, unobserved } from "@rulescope/lattice"
import { Result } from "effect"
import { takenAsLines } from "./lines.ts"
import { runsOf } from "./series.ts"
import type { Settings } from "./settings.ts"
import type { Sheet } from "./sheet.ts"
import { canonicalRule } from "./statedRule.ts"
import { cellsOf, type StateOf, takeForStates, valuesOf } from "./values/states.ts"

/** A sheet with where it comes from. */
export interface Sourced {
  readonly sheet: Sheet
  /** File, or part of one, for messages. */
  readonly source: string
  /** Format of the file, by its id. */
  readonly format: string
}

const listed = (frames: ReadonlyArray<number>): string => {
  const shown = frames.slice(0, 6).join(", ")
  return frames.length > 6 ? `${shown} and ${frames.length - 6} more` : shown
}

/** What is said about frames that are in no stretch. */
const aboutRuns = (sheet: Sheet): ReadonlyArray<string> => {
  if (sheet.generations === null) return []
  const { runs, step } = runsOf(sheet.generations)
  const used = new Set(runs.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)))
  const left = sheet.generations.filter((_, t) => !used.has(t))
  return [
    ...(step > 1 ? [`the frames are ${step} generations apart`] : []),
    ...(runs.length > 1 ? [`the generations have gaps: ${runs.length} stretches of consecutive ones are used`] : []),
    ...(left.length > 0 ? [`generations left out, since none is ${step} away from them: ${listed(left)}`] : [])
  ]
}

const count = (cells: Uint8Array, state: number): number => {
  let found = 0
  for (let i = 0; i < cells.length; i++) if (cells[i] === state) found++
  return found
}

/** The recordings of a sheet, one for each stretch of equally spaced generations. */
const recordingsOf = ({ format, sheet, source }: Sourced, stateOf: StateOf, states: number): Array<Recording> => {
  const { generations, height, remarks, statement, width } = sheet
  const all = cellsOf(sheet, stateOf)
  const { runs, step } =
    generations === null ? { runs: [{ from: 0, to: sheet.frames - 1 }], step: 1 } : runsOf(generations)
  const values = valuesOf(sheet, stateOf)
  const masked = values.some(({ state }) => state === unobserved)
  return runs.map(({ from, to }) => {
    const cells = all.subarray(from * height * width, (to + 1) * height * width)
    return {
      source,
      width,
      height,
      frames: to - from + 1,
      states,
      cells,
      boundary: statement.boundary,
      rule: statement.rule === null ? null : canonicalRule(statement.rule),
      ...(step === 1 ? {} : { stride: step }),
      ...(generations === null ? {} : { firstGeneration: generations[from]! }),
      reading: {
        format,
        values,
        unobserved: masked ? count(cells, unobserved) : 0,
        stated: statement.rule,
        remarks: [...remarks, ...aboutRuns(sheet)]
      }
    }
  })
}

/** The recordings that sheets of one reading are, their values taken for states, the same in all. */
export const recordingsOfSheets = (
  sourced: ReadonlyArray<Sourced>,
  settings: Settings
): Read<ReadonlyArray<Recording>> =>
  Result.gen(function* () {
    const settled = sourced.map((one) => ({ ...one, sheet: takenAsLines(one.sheet) }))
    const stateOf = yield* takeForStates(
      settled.map(({ sheet }) => sheet),
      settings
    )
    const largest = Math.max(
      ...settled.flatMap(({ sheet }) => valuesOf(sheet, stateOf).map(({ state }) => (state === unobserved ? 0 : state)))
    )
    return settled.flatMap((one) => {
      // A file that states its rule is believed in how many states that has; the others share what occurs in all.
      const states = Math.max(2, one.sheet.statement.states, largest + 1)
      return recordingsOf(one, stateOf, states)
    })
  })

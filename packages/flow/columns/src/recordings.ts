import { type Read, unreadable } from "@rulescope/arrays"
import type { Column, Recording } from "@rulescope/flow"
import { Result } from "effect"
import { gridOf } from "./interval.ts"
import { type NamedColumn, rowsOf, type Table } from "./table.ts"

/** What the user says about a file, where it is not to be found out. */
export interface Stated {
  /** Names of the columns that are used, in their order; those of the file where empty. */
  readonly columns: ReadonlyArray<string>
  /** Names of columns that are angles in radians, and of those that are not. */
  readonly phases: ReadonlyArray<string>
  readonly reals: ReadonlyArray<string>
  /** Time between samples; 0: that of the column of times. */
  readonly interval: number
}

const timeNames = /^(?:t|time|times|timestamp|seconds)(?:[\s_([].*)?$/i
const recordingNames = /^(?:recording|run|trajectory|series|sweep)$/i

/** A name as laws write them: a letter, then letters, digits, underscores. */
const tidy = (name: string): string => {
  const plain = name
    .replaceAll("φ", "phi")
    .replaceAll("ϕ", "phi")
    .replaceAll("θ", "theta")
    .replaceAll("ψ", "psi")
    .replaceAll(/\W+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
  return /^[a-z]/i.test(plain) ? plain : `x${plain}`
}

/** Rows of the table that belong to each value of its column of recordings. */
const rowsByRecording = (table: Table): ReadonlyArray<readonly [string, ReadonlyArray<number> | null]> => {
  const by = table.columns.find(({ name }) => recordingNames.test(name))
  if (by === undefined) return [["", null]]
  const rows = new Map<number, Array<number>>()
  for (const [row, value] of by.values.entries()) {
    const known = rows.get(value)
    if (known === undefined) rows.set(value, [row])
    else known.push(row)
  }
  return [...rows].map(([value, found]) => [`${by.name} ${value}`, found])
}

const pick = (values: Float64Array, rows: ReadonlyArray<number> | null): Float64Array =>
  rows === null ? values : Float64Array.from(rows, (row) => values[row]!)

/** Names of the columns of samples, as stated, as the file writes them, or x1, x2, … */
const namesFor = (data: ReadonlyArray<NamedColumn>, { columns }: Stated): Read<ReadonlyArray<string>> => {
  const written = data.map(({ name }, k) => (name === "" ? (data.length === 1 ? "x" : `x${k + 1}`) : tidy(name)))
  if (columns.length === 0) return Result.succeed(written)
  if (data.every(({ name }) => name === "") && columns.length === data.length) return Result.succeed(columns.map(tidy))
  const unknown = columns.find((name) => !written.includes(tidy(name)))
  return unknown === undefined
    ? Result.succeed(written)
    : unreadable(`there is no column ${unknown}`, `the columns are ${written.join(", ")}; name some of these`)
}

/** Recordings of a table: samples at equal intervals, phases and reals as stated or left open. */
export const recordingsOf = (table: Table, source: string, stated: Stated): Read<ReadonlyArray<Recording>> =>
  Result.gen(function* () {
    const time = table.columns.find(({ name }) => timeNames.test(name))
    const data = table.columns.filter((column) => column !== time && !recordingNames.test(column.name))
    if (data.length === 0) return yield* unreadable("there is no column beside time", "record at least one coordinate")
    const names = yield* namesFor(data, stated)
    const wanted = stated.columns.length === 0 ? names : stated.columns.map(tidy)
    const chosen = wanted.map((name) => data[names.indexOf(name)]!)
    const stranger = [...stated.phases, ...stated.reals].find((name) => !wanted.includes(tidy(name)))
    if (stranger !== undefined) {
      return yield* unreadable(`there is no column ${stranger}`, `the columns are ${wanted.join(", ")}`)
    }
    const kindOf = (name: string): Column["kind"] =>
      stated.phases.map(tidy).includes(name) ? "phase" : stated.reals.map(tidy).includes(name) ? "real" : "auto"
    const columns = wanted.map((name): Column => ({ name, kind: kindOf(name) }))
    const recordings: Array<Recording> = []
    for (const [label, rows] of rowsByRecording(table)) {
      const samples = rows?.length ?? rowsOf(table)
      if (samples < 2) return yield* unreadable("there are fewer than two samples", "record more of them")
      if (time === undefined && stated.interval === 0) {
        return yield* unreadable(
          "no column says when the samples were taken",
          "state the interval, as in --interval 0.1"
        )
      }
      const grid =
        time === undefined
          ? { interval: stated.interval, places: null, count: samples }
          : yield* gridOf(pick(time.values, rows))
      const values = new Float64Array(grid.count * columns.length).fill(Number.NaN)
      for (const [k, { values: written }] of chosen.entries()) {
        for (let i = 0; i < samples; i++) {
          const value = written[rows === null ? i : rows[i]!]!
          if (Number.isFinite(value)) values[(grid.places?.[i] ?? i) * columns.length + k] = value
        }
      }
      const parts = [source, table.name, label].filter((part) => part !== "")
      recordings.push({
        source: parts.join(": "),
        columns,
        interval: stated.interval === 0 ? grid.interval : stated.interval,
        values,
        law: null
      })
    }
    return recordings
  })

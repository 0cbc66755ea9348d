import { sha256 } from "@rulescope/core"
import { Schema } from "effect"
import { commandsOf } from "../plan/command.ts"
import type { AnySpec } from "../axes/complete.ts"
import type { RunDetail } from "../run/RunDetail.ts"
import { StudySpec } from "../StudySpec.ts"
import { StudyRow } from "../StudyRow.ts"

/** Counted up when a table changes; kept in the file as `user_version`. */
export const formatVersion = 2

/** Asks a study's database for records: `node:sqlite` can, and SQLite as WebAssembly in a page. */
export type Ask = (sql: string, ...values: ReadonlyArray<string>) => ReadonlyArray<unknown>

/**
 * Parts of a run's detail, each kept once under the hash of its text. `classes` are those of the estimate, which many
 * thresholds leave the same.
 */
export const partNames = ["data", "model", "evidence", "estimate", "classes", "verdict"] as const

const oneLine = (text: string): string => text.replaceAll("\n", " ").replaceAll(/ +/g, " ")

const decodeStudy = Schema.decodeUnknownSync(StudySpec)
const decodeRow = Schema.decodeUnknownSync(StudyRow)

/** A record of the tables, not yet believed. */
type Record = Readonly<globalThis.Record<string, unknown>>

/** A run whose record is not what was written. */
export interface DamagedRun {
  readonly run: number
  readonly reason: string
}

/** What the runs of a cell share. */
interface Cell {
  readonly point: unknown
  readonly command: (seed: number) => string
  readonly versions: unknown
}

const parsed = (text: unknown): unknown => JSON.parse(String(text))

const cellOf = ({ point, spec, versions }: Record): Cell => ({
  point: parsed(point),
  command: commandsOf(parsed(spec) as AnySpec),
  versions: parsed(versions)
})

const rowOf = (
  { error, finished, group, key, metrics, rule, run, seed, status, truth }: Record,
  { command, point, versions }: Cell
): StudyRow =>
  decodeRow({
    run,
    key,
    group,
    point,
    seed,
    status,
    error: error === null ? null : parsed(error),
    rule,
    truth,
    metrics: parsed(metrics),
    versions,
    command: command(Number(seed)),
    finished
  })

/** The format that the file states; 0 for a database of something else. */
export const readFormat = (ask: Ask): number =>
  (ask("PRAGMA user_version")[0] as { readonly user_version: number }).user_version

/** A text that is another one when runs have ended since: how many there are, and when the last one ended. */
export const readState = (ask: Ask): string => {
  const [found] = ask("SELECT count(*) AS runs, max(finished) AS last FROM runs")
  const { last, runs } = found as { readonly runs: number; readonly last: string | null }
  return `${runs} ${last ?? "none"}`
}

/** The study that the database holds now; null when none was put in yet. Throws on one that is damaged. */
export const readStudy = (ask: Ask): StudySpec | null => {
  const [found] = ask("SELECT spec FROM study ORDER BY rowid DESC LIMIT 1") as ReadonlyArray<Record>
  return found === undefined ? null : decodeStudy(parsed(found["spec"]))
}

/**
 * The rows of the study in the order of its plan; those of an earlier plan, which have no place in it, stay unread.
 * A record that cannot be read keeps no other from being read.
 */
export const readRows = (
  ask: Ask
): { readonly rows: ReadonlyArray<StudyRow>; readonly damaged: ReadonlyArray<DamagedRun> } => {
  const cells = new Map<unknown, Cell>()
  const rows: Array<StudyRow> = []
  const damaged: Array<DamagedRun> = []
  const records = ask(
    `SELECT runs.*, point, spec, versions FROM runs LEFT JOIN cells USING ("group") WHERE run IS NOT NULL ORDER BY run`
  ) as ReadonlyArray<Record>
  for (const record of records) {
    try {
      let cell = cells.get(record["group"])
      if (cell === undefined) cells.set(record["group"], (cell = cellOf(record)))
      rows.push(rowOf(record, cell))
    } catch (cause) {
      damaged.push({ run: Number(record["run"]), reason: oneLine((cause as Error).message) })
    }
  }
  return { rows, damaged }
}

/** A part of a detail, if it is the text that its hash was taken of. */
const partOf = (name: string, { hash, text }: { readonly hash: string; readonly text: string }): unknown => {
  if (sha256(new TextEncoder().encode(text)) !== hash)
    throw new Error(`the ${name} that is kept is not what was written`)
  return parsed(text)
}

/**
 * What the run of a row's key found, as JSON that its subject reads; null when there is no such run, or it failed.
 * Throws when what is kept is damaged.
 */
export const readDetail = (ask: Ask, key: string): RunDetail | null => {
  const [found] = ask(`SELECT status, ${partNames.join(", ")} FROM runs WHERE key = ?`, key) as ReadonlyArray<Record>
  if (found?.["status"] !== "done") return null
  const { classes, estimate, ...rest } = Object.fromEntries(
    partNames.map((name) => {
      const hash = found[name]
      if (typeof hash !== "string") return [name, null]
      const [part] = ask("SELECT hash, text FROM parts WHERE hash = ?", hash)
      if (part === undefined) throw new Error(`the ${name} of the run is not there`)
      return [name, partOf(name, part as { readonly hash: string; readonly text: string })]
    })
  )
  return { ...rest, estimate: { ...(estimate as object), classes } } as RunDetail
}

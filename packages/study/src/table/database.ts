import { Schema } from "effect"
import { commandsOf } from "../plan/command.ts"
import type { AnySpec } from "../axes/complete.ts"
import type { RunDetail } from "../run/RunDetail.ts"
import { StudySpec } from "../StudySpec.ts"
import type { StudyRow } from "../StudyRow.ts"

/** Counted up when a table changes; kept in the file as `user_version`. */
export const formatVersion = 2

/** Asks a study's database for records: `node:sqlite` can, and SQLite as WebAssembly in a page. */
export type Ask = (sql: string, ...values: ReadonlyArray<string>) => ReadonlyArray<unknown>

/**
 * Parts of a run's detail, each kept once under the hash of its text. `classes` are those of the estimate, which many
 * thresholds leave the same.
 */
export const partNames = ["data", "model", "evidence", "estimate", "classes", "verdict"] as const

const decodeStudy = Schema.decodeUnknownSync(StudySpec)

interface Record {
  readonly key: string
  readonly run: number
  readonly group: string
  readonly seed: number
  readonly status: StudyRow["status"]
  readonly error: string | null
  readonly rule: string | null
  readonly truth: string | null
  readonly metrics: string
  readonly finished: string
  readonly point: string
  readonly spec: string
  readonly versions: string
}

/** What the runs of a cell share. */
interface Cell {
  readonly point: StudyRow["point"]
  readonly command: (seed: number) => string
  readonly versions: StudyRow["versions"]
}

const cellOf = ({ point, spec, versions }: Record): Cell => ({
  point: JSON.parse(point) as StudyRow["point"],
  command: commandsOf(JSON.parse(spec) as AnySpec),
  versions: JSON.parse(versions) as StudyRow["versions"]
})

const rowOf = (
  { error, finished, group, key, metrics, rule, run, seed, status, truth }: Record,
  { command, point, versions }: Cell
): StudyRow => ({
  run,
  key,
  group,
  point,
  seed,
  status,
  error: error === null ? null : (JSON.parse(error) as StudyRow["error"]),
  rule,
  truth,
  metrics: JSON.parse(metrics) as StudyRow["metrics"],
  versions,
  command: command(seed),
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

/** The study that the database holds now. */
export const readStudy = (ask: Ask): StudySpec =>
  decodeStudy(
    JSON.parse((ask("SELECT spec FROM study ORDER BY rowid DESC LIMIT 1")[0] as { readonly spec: string }).spec)
  )

/** The rows of the study in the order of its plan; those of an earlier plan, which have no place in it, stay unread. */
export const readRows = (ask: Ask): ReadonlyArray<StudyRow> => {
  const cells = new Map<string, Cell>()
  const records = ask(
    `SELECT runs.*, point, spec, versions FROM runs JOIN cells USING ("group") WHERE run IS NOT NULL ORDER BY run`
  ) as ReadonlyArray<Record>
  return records.map((record) => {
    let cell = cells.get(record.group)
    if (cell === undefined) cells.set(record.group, (cell = cellOf(record)))
    return rowOf(record, cell)
  })
}

/** What the run of a row's key found, as JSON that its subject reads; null when there is no such run, or it failed. */
export const readDetail = (ask: Ask, key: string): RunDetail | null => {
  const columns = partNames.map((name) => `(SELECT text FROM parts WHERE hash = ${name}) AS ${name}`)
  const found = ask(`SELECT status, ${columns.join(", ")} FROM runs WHERE key = ?`, key)[0] as
    | (Readonly<{ [name in (typeof partNames)[number]]: string | null }> & { readonly status: string })
    | undefined
  if (found?.status !== "done") return null
  const { classes, estimate, ...rest } = Object.fromEntries(
    partNames.map((name) => [name, found[name] === null ? null : JSON.parse(found[name])])
  )
  return { ...rest, estimate: { ...estimate, classes } } as RunDetail
}

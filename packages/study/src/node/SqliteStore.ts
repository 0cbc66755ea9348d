import { RunSpec } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"
import { createHash } from "node:crypto"
import type { DatabaseSync } from "node:sqlite"
import { commandOf } from "../plan/command.ts"
import { RunDetail } from "../run/RunDetail.ts"
import { StudyStore } from "../run/StudyStore.ts"
import type { StudyRow } from "../StudyRow.ts"

const partNames = ["data", "model", "evidence", "estimate", "verdict"] as const

const encodeDetail = Schema.encodeUnknownSync(RunDetail)
const decodeDetail = Schema.decodeUnknownSync(RunDetail)
const encodeSpec = Schema.encodeUnknownSync(RunSpec)
const decodeSpec = Schema.decodeUnknownSync(RunSpec)

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

/** The row of a record; `cell` gives what its cell's runs share. */
const rowOf = (
  { error, finished, group, key, metrics, rule, run, seed, status, truth }: Record,
  { point, spec, versions }: Cell
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
  command: commandOf({ ...spec, seed }),
  finished
})

interface Cell {
  readonly point: StudyRow["point"]
  readonly spec: RunSpec
  readonly versions: StudyRow["versions"]
}

const cellOf = ({ point, spec, versions }: Record): Cell => ({
  point: JSON.parse(point) as StudyRow["point"],
  spec: decodeSpec(JSON.parse(spec)),
  versions: JSON.parse(versions) as StudyRow["versions"]
})

const readRows = (database: DatabaseSync): ReadonlyArray<StudyRow> => {
  const cells = new Map<string, Cell>()
  const records = database
    .prepare(
      `SELECT runs.*, point, spec, versions FROM runs JOIN cells USING ("group") WHERE run IS NOT NULL ORDER BY run`
    )
    .all() as unknown as ReadonlyArray<Record>
  return records.map((record) => {
    let cell = cells.get(record.group)
    if (cell === undefined) cells.set(record.group, (cell = cellOf(record)))
    return rowOf(record, cell)
  })
}

const readDetail = (database: DatabaseSync, key: string): RunDetail | null => {
  const columns = partNames.map((name) => `(SELECT text FROM parts WHERE hash = ${name}) AS ${name}`)
  const found = database.prepare(`SELECT status, ${columns.join(", ")} FROM runs WHERE key = ?`).get(key) as
    | (Readonly<{ [name in (typeof partNames)[number]]: string | null }> & { readonly status: string })
    | undefined
  if (found?.status !== "done") return null
  return decodeDetail(
    Object.fromEntries(partNames.map((name) => [name, found[name] === null ? null : JSON.parse(found[name])]))
  )
}

/** Writes outcomes, each in a transaction of its own. */
const makeWrite = (database: DatabaseSync): StudyStore["Service"]["put"] => {
  const putPart = database.prepare("INSERT OR IGNORE INTO parts VALUES (?, ?)")
  const putCell = database.prepare("INSERT OR IGNORE INTO cells VALUES (?, ?, ?, ?)")
  const putRun = database.prepare("INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  const known = new Set<string>()
  const keep = (part: unknown): string | null => {
    if (part === null) return null
    const text = JSON.stringify(part)
    const hash = createHash("sha256").update(text).digest("hex")
    putPart.run(hash, text)
    return hash
  }
  return ({ detail, row }, { spec }) =>
    Effect.sync(() => {
      database.exec("BEGIN IMMEDIATE")
      if (!known.has(row.group)) {
        const shared = JSON.stringify(encodeSpec(spec))
        putCell.run(row.group, JSON.stringify(row.point), shared, JSON.stringify(row.versions))
      }
      const parts = detail === null ? null : encodeDetail(detail)
      putRun.run(
        row.key,
        row.run,
        row.group,
        row.seed,
        row.status,
        row.error === null ? null : JSON.stringify(row.error),
        row.rule,
        row.truth,
        JSON.stringify(row.metrics),
        row.finished,
        ...partNames.map((name) => (parts === null ? null : keep(parts[name])))
      )
      database.exec("COMMIT")
      known.add(row.group)
    })
}

/** Keeps outcomes in the database of a study folder. */
export const layer = (database: DatabaseSync): Layer.Layer<StudyStore> =>
  Layer.sync(StudyStore, () => {
    let write: StudyStore["Service"]["put"] | undefined
    return StudyStore.of({
      rows: Effect.sync(() => readRows(database)),
      detail: (key) => Effect.sync(() => readDetail(database, key)),
      put: (outcome, planned) => Effect.suspend(() => (write ??= makeWrite(database))(outcome, planned))
    })
  })

import { RunSpec } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"
import { createHash } from "node:crypto"
import type { DatabaseSync } from "node:sqlite"
import { RunDetail } from "../run/RunDetail.ts"
import { StudyStore } from "../run/StudyStore.ts"
import { partNames, readDetail, readRows } from "../table/database.ts"
import { askOf } from "./schema.ts"

const encodeDetail = Schema.encodeUnknownSync(RunDetail)
const encodeSpec = Schema.encodeUnknownSync(RunSpec)

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
    const ask = askOf(database)
    let write: StudyStore["Service"]["put"] | undefined
    return StudyStore.of({
      rows: Effect.sync(() => readRows(ask)),
      detail: (key) => Effect.sync(() => readDetail(ask, key)),
      put: (outcome, planned) => Effect.suspend(() => (write ??= makeWrite(database))(outcome, planned))
    })
  })

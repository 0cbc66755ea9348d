import { Effect, Layer } from "effect"
import { createHash } from "node:crypto"
import type { DatabaseSync } from "node:sqlite"
import type { RunDetail } from "../run/RunDetail.ts"
import { type Ended, StoreError, StudyStore } from "../run/StudyStore.ts"
import { partNames, readDetail, readRows, readState } from "../table/database.ts"
import { askOf } from "./schema.ts"
import { wordsOf } from "./sqliteWords.ts"

const partsOf = (detail: RunDetail): { readonly [name in (typeof partNames)[number]]: unknown } => {
  const { estimate, ...rest } = detail
  const { classes, ...reading } = estimate
  return { ...rest, estimate: reading, classes }
}

const attempt = <A>(work: () => A): Effect.Effect<A, StoreError> =>
  Effect.try({ try: work, catch: (cause) => new StoreError(wordsOf(cause)) })

/** Writes outcomes, those given together in one transaction. */
const makeWrite = (database: DatabaseSync): StudyStore["Service"]["put"] => {
  // What is there already under a name is that, unless it was damaged.
  const putPart = database.prepare(
    "INSERT INTO parts VALUES (?, ?) ON CONFLICT DO UPDATE SET text = excluded.text WHERE text <> excluded.text"
  )
  const putCell = database.prepare("INSERT OR REPLACE INTO cells VALUES (?, ?, ?, ?)")
  const putRun = database.prepare("INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  const known = new Set<string>()
  const keep = (part: unknown): string | null => {
    if (part === null) return null
    const text = JSON.stringify(part)
    const hash = createHash("sha256").update(text).digest("hex")
    putPart.run(hash, text)
    return hash
  }
  const writeOne = ({ outcome: { detail, row }, planned: { spec } }: Ended): void => {
    const parts = detail === null ? null : partsOf(detail)
    if (!known.has(row.group)) {
      putCell.run(row.group, JSON.stringify(row.point), JSON.stringify(spec), JSON.stringify(row.versions))
      known.add(row.group)
    }
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
  }
  return (ended) =>
    attempt(() => {
      if (ended.length === 0) return
      database.exec("BEGIN IMMEDIATE")
      try {
        for (const one of ended) writeOne(one)
        database.exec("COMMIT")
      } catch (cause) {
        known.clear()
        if (database.isTransaction) database.exec("ROLLBACK")
        throw cause
      }
    })
}

/** Keeps outcomes in the database of a study folder. */
export const layer = (database: DatabaseSync): Layer.Layer<StudyStore> =>
  Layer.sync(StudyStore, () => {
    const ask = askOf(database)
    let write: StudyStore["Service"]["put"] | undefined
    return StudyStore.of({
      state: attempt(() => readState(ask)),
      rows: attempt(() => readRows(ask).rows),
      damaged: attempt(() => readRows(ask).damaged),
      detail: (key) => attempt(() => readDetail(ask, key)),
      put: (ended) =>
        Effect.flatMap(
          attempt(() => (write ??= makeWrite(database))),
          (put) => put(ended)
        )
    })
  })

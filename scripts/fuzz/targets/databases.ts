import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { openToRead, SqliteStore } from "../../../packages/study/src/node/index.ts"
import { openDatabase } from "../../../packages/study/src/node/schema.ts"
import { StudyStore } from "../../../packages/study/src/run/StudyStore.ts"
import { root } from "../../workspaces.ts"
import { scratch } from "../scratch.ts"
import type { Target } from "../target.ts"

const folder = join(scratch, "study")
const path = join(folder, "study.sqlite")
const spec = readFileSync(join(root, "examples/studies/backbones-by-data.json"), "utf8")

/** A small database as a study leaves it: two runs of one cell. */
const database = (): Uint8Array => {
  mkdirSync(folder, { recursive: true })
  const made = openDatabase(path)
  made.prepare("INSERT INTO study VALUES (?)").run(spec)
  made
    .prepare("INSERT INTO cells VALUES (?, ?, ?, ?)")
    .run("g", '{"backbone":"cnn"}', '{"seed":1}', '{"backbone cnn":"1"}')
  const insert = made.prepare(
    `INSERT INTO runs (key, run, "group", seed, status, error, rule, truth, metrics, finished) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  )
  for (const run of [0, 1]) {
    insert.run(`k${run}`, run, "g", run, "done", null, "B3/S23", null, '{"ruleExact":1}', "2026-01-01T00:00:00.000Z")
  }
  made.exec("PRAGMA journal_mode = DELETE")
  made.close()
  return readFileSync(path)
}

/** Databases of studies. */
export const ofDatabases: Target = {
  name: "databases",
  seeds: [{ name: "", bytes: database() }],
  read: async ({ bytes }) => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    writeFileSync(path, bytes)
    const read = Effect.gen(function* () {
      const { database: opened } = yield* openToRead(folder)
      const rows = yield* Effect.flatMap(StudyStore, (store) => store.rows).pipe(
        Effect.provide(SqliteStore.layer(opened))
      )
      return rows
    })
    await Effect.runPromise(Effect.result(Effect.scoped(read)))
  }
}

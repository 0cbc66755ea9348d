import { assert, describe, it } from "@effect/vitest"
import { StageCache } from "@rulescope/core"
import { Effect, Layer, Stream } from "effect"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { decodeStudySpec, layerInProcess, makePlan, runStudy, StudyStore } from "../src/index.ts"
import { openToRead, openToRun, SqliteStore } from "../src/node/index.ts"
import { base, subjects } from "./small.ts"

const study = { name: "damaged", base, axes: [{ path: "inferrer.config.beta", values: [1, 2] }], seeds: 2 }

const scratch = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "rulescope-damage-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
)

const executor = Layer.provide(layerInProcess(subjects), StageCache.layerMemory)

/** Runs the study in a folder, or goes on with it; how many runs were made. */
const runIn = (folder: string) =>
  Effect.gen(function* () {
    const plan = yield* Effect.flatMap(decodeStudySpec(study), (spec) => makePlan(subjects, spec))
    const { database } = yield* openToRun(folder, plan, false)
    const events = Stream.provide(runStudy(plan), Layer.merge(executor, SqliteStore.layer(database)))
    return (yield* Stream.runCollect(events)).filter(({ _tag }) => _tag === "RunEnded").length
  }).pipe(Effect.scoped)

const change = (folder: string, sql: string): void => {
  const database = new DatabaseSync(join(folder, "study.sqlite"))
  database.exec(`PRAGMA foreign_keys = OFF; ${sql}`)
  database.close()
}

const read = (folder: string) =>
  Effect.gen(function* () {
    const { database } = yield* openToRead(folder)
    const { damaged, detail, rows } = yield* StudyStore.pipe(Effect.provide(SqliteStore.layer(database)))
    const all = yield* rows
    const details = yield* Effect.forEach(all, ({ key }) => Effect.result(detail(key)))
    return { rows: all.map(({ run }) => run), damaged: yield* damaged, details }
  }).pipe(Effect.scoped)

describe("a study whose database is damaged", () => {
  it.live.each([
    ["metrics that are no JSON", `UPDATE runs SET metrics = '{"right":' WHERE run = 2`],
    ["a status that there is not", "UPDATE runs SET status = 'perhaps' WHERE run = 2"],
    ["a metric that is a word", `UPDATE runs SET metrics = '{"right":"many"}' WHERE run = 2`],
    ["an empty record", "UPDATE runs SET metrics = '', finished = '', status = '' WHERE run = 2"]
  ] as const)("by %s: the other runs are read, the run is named, and made anew", ([, sql]) =>
    Effect.gen(function* () {
      const folder = join(yield* scratch, "a")
      assert.strictEqual(yield* runIn(folder), 4)
      change(folder, sql)
      const found = yield* read(folder)
      assert.deepStrictEqual(found.rows, [0, 1, 3])
      assert.deepStrictEqual(
        found.damaged.map(({ run }) => run),
        [2]
      )
      assert.strictEqual(yield* runIn(folder), 1)
      assert.deepStrictEqual((yield* read(folder)).rows, [0, 1, 2, 3])
    }).pipe(Effect.scoped)
  )

  it.live("by a cell that is gone: its runs are named and made anew", () =>
    Effect.gen(function* () {
      const folder = join(yield* scratch, "a")
      yield* runIn(folder)
      change(folder, `DELETE FROM cells WHERE "group" = (SELECT "group" FROM runs WHERE run = 0)`)
      assert.deepStrictEqual((yield* read(folder)).rows, [2, 3])
      assert.strictEqual(yield* runIn(folder), 2)
      assert.deepStrictEqual((yield* read(folder)).rows, [0, 1, 2, 3])
    }).pipe(Effect.scoped)
  )

  it.live("by an altered part: what a run found is refused, not believed", () =>
    Effect.gen(function* () {
      const folder = join(yield* scratch, "a")
      yield* runIn(folder)
      change(folder, `UPDATE parts SET text = replace(text, '"B36/S23"', '"B36/S238"')`)
      const { details } = yield* read(folder)
      const refused = details.filter(({ _tag }) => _tag === "Failure")
      assert.isAbove(refused.length, 0)
      for (const one of refused) assert.include(String(one), "is not what was written")
    }).pipe(Effect.scoped)
  )

  it.live.each([
    ["without its study", "DELETE FROM study", "holds no study yet; run the study in it first"],
    ["with a study that is no JSON", "UPDATE study SET spec = 'x'", "what its database holds cannot be read"],
    ["without its tables", "DROP TABLE study", "what its database holds cannot be read"]
  ] as const)("%s: a sentence says so", ([, sql, said]) =>
    Effect.gen(function* () {
      const folder = join(yield* scratch, "a")
      yield* runIn(folder)
      change(folder, sql)
      assert.include((yield* Effect.flip(read(folder))).message, said)
    }).pipe(Effect.scoped)
  )

  it.live("in the midst of its pages: a sentence says so", () =>
    Effect.gen(function* () {
      const folder = join(yield* scratch, "a")
      yield* runIn(folder)
      writeFileSync(join(folder, "study.sqlite"), Buffer.alloc(8000, "x"), { flag: "r+" })
      assert.include((yield* Effect.flip(read(folder))).message, "is no database; copy the folder from a backup")
    }).pipe(Effect.scoped)
  )
})

import { assert, describe, it } from "@effect/vitest"
import { StageCache } from "@rulescope/core"
import { Effect, Layer, Scope, Stream } from "effect"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { hostname, tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { fileURLToPath } from "node:url"
import { decodeStudySpec, layerInProcess, layerMemory, makePlan, runStudy, StudyStore } from "../src/index.ts"
import { holderOf, openToRead, openToRun, SqliteStore } from "../src/node/index.ts"
import { base, subjects, sources } from "./small.ts"

const study = {
  name: "folder",
  base,
  axes: [
    { path: "inferrer.config.beta", values: [1, 2, 3] },
    { path: "backbone.config.broken", values: [false, true] }
  ],
  seeds: 2
}

const planOf = (raw: object) => Effect.flatMap(decodeStudySpec(raw), (spec) => makePlan(subjects, spec))

const scratch = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "rulescope-study-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
)

const executor = Layer.provide(layerInProcess(subjects), StageCache.layerMemory)

const runIn = (folder: string, raw: object, options: { readonly update?: boolean; readonly most?: number } = {}) =>
  Effect.gen(function* () {
    const plan = yield* planOf(raw)
    const { database } = yield* openToRun(folder, plan, options.update ?? false)
    const events = runStudy(plan).pipe(Stream.take(options.most ?? Infinity))
    return yield* Stream.runCollect(Stream.provide(events, Layer.merge(executor, SqliteStore.layer(database))))
  }).pipe(Effect.scoped)

const readFrom = (folder: string) =>
  Effect.gen(function* () {
    const { database, study } = yield* openToRead(folder)
    const { detail, rows } = yield* StudyStore.pipe(Effect.provide(SqliteStore.layer(database)))
    const all = yield* rows
    return { study, rows: all, details: yield* Effect.forEach(all, ({ key }) => detail(key)) }
  }).pipe(Effect.scoped)

describe("a study folder", () => {
  it.live("keeps what memory keeps, shared parts once", () =>
    Effect.gen(function* () {
      const folder = join(yield* scratch, "new")
      yield* runIn(folder, study)
      const kept = yield* readFrom(folder)
      const inMemory = yield* Effect.gen(function* () {
        yield* Stream.runDrain(Stream.provide(runStudy(yield* planOf(study)), executor))
        const { detail, rows } = yield* StudyStore
        const all = yield* rows
        return { rows: all, details: yield* Effect.forEach(all, ({ key }) => detail(key)) }
      }).pipe(Effect.provide(layerMemory))
      const timeless = (rows: typeof kept.rows) => rows.map((row) => ({ ...row, finished: "", metrics: row.rule }))
      assert.deepStrictEqual(timeless(kept.rows), timeless(inMemory.rows))
      assert.deepStrictEqual(kept.details, inMemory.details)
      assert.deepStrictEqual(kept.study, (yield* planOf(study)).study)
      const database = new DatabaseSync(join(folder, "study.sqlite"), { readOnly: true })
      const count = (column: string) =>
        database.prepare(`SELECT count(DISTINCT ${column}) AS n, count(${column}) AS all_ FROM runs`).get()
      assert.deepStrictEqual({ ...count("evidence") }, { n: 2, all_: 6 })
      assert.deepStrictEqual({ ...count("estimate") }, { n: 1, all_: 6 })
      assert.deepStrictEqual({ ...count("classes") }, { n: 2, all_: 6 })
      database.close()
    })
  )

  it.live("is one file that opens wherever it is copied to, whatever state it was left in", () =>
    Effect.gen(function* () {
      const root = yield* scratch
      const folder = join(root, "a")
      yield* runIn(folder, study, { most: 5 })
      assert.deepStrictEqual(readdirSync(folder), ["study.sqlite"])
      // No write-ahead log is needed to read it: bytes 18 and 19 of the header (SQLite, "Database File Format").
      assert.deepStrictEqual([...readFileSync(join(folder, "study.sqlite")).subarray(18, 20)], [1, 1])
      cpSync(folder, join(root, "b"), { recursive: true })
      rmSync(folder, { recursive: true })
      assert.isBelow((yield* readFrom(join(root, "b"))).rows.length, 12)
      yield* runIn(join(root, "b"), study)
      assert.strictEqual((yield* readFrom(join(root, "b"))).rows.length, 12)
    })
  )

  it.live("can be looked at while it is written", () =>
    Effect.gen(function* () {
      const folder = join(yield* scratch, "a")
      const plan = yield* planOf(study)
      const outer = yield* Effect.scope
      const reader = yield* Effect.gen(function* () {
        const { database } = yield* openToRun(folder, plan, false)
        const events = runStudy(plan).pipe(Stream.provide(Layer.merge(executor, SqliteStore.layer(database))))
        yield* Stream.runDrain(Stream.take(events, 5))
        // Its scope is that of the test: it is still open when the writer closes.
        const opened = yield* openToRead(folder).pipe(Scope.provide(outer))
        const { rows } = yield* StudyStore.pipe(Effect.provide(SqliteStore.layer(opened.database)))
        assert.isAbove((yield* rows).length, 0)
        return rows
      }).pipe(Effect.scoped)
      yield* runIn(folder, study)
      assert.strictEqual((yield* reader).length, 12)
    })
  )

  it.live("of another study is refused; --update goes on with the new one, and back, and loses no run", () =>
    Effect.gen(function* () {
      const folder = join(yield* scratch, "a")
      yield* runIn(folder, study)
      const longer = { ...study, seeds: 3, axes: [{ path: "inferrer.config.beta", values: [2, 5] }, study.axes[1]] }
      const error = yield* Effect.flip(runIn(folder, longer))
      assert.strictEqual(error._tag, "StudyFolderError")
      assert.include(
        error.message,
        "another axes, seeds; --update goes on with the new one, which shares 4 of the 12 runs"
      )
      assert.strictEqual((yield* readFrom(folder)).rows.length, 12)
      const events = yield* runIn(folder, longer, { update: true })
      assert.strictEqual(events.filter(({ _tag }) => _tag === "RunEnded").length, 8)
      const { rows, study: taken } = yield* readFrom(folder)
      assert.deepStrictEqual(
        rows.map(({ run }) => run),
        Array.from({ length: 12 }, (_, i) => i)
      )
      assert.strictEqual(taken.seeds, 3)
      const back = yield* runIn(folder, study, { update: true })
      assert.strictEqual(back.filter(({ _tag }) => _tag === "RunEnded").length, 0)
      assert.strictEqual((yield* readFrom(folder)).rows.length, 12)
      assert.strictEqual((yield* readFrom(folder)).study.seeds, 2)
    })
  )

  it.live(
    "notices that a recording has changed, and says which; --update makes the runs on it again and no others",
    () =>
      Effect.gen(function* () {
        const folder = join(yield* scratch, "a")
        const two = { ...study, axes: [{ path: "generator.config.rule", values: ["B3/S23", "B36/S23"] }] }
        yield* Effect.addFinalizer(() => Effect.sync(() => sources.clear()))
        sources.set("B3/S23", "1").set("B36/S23", "1")
        yield* runIn(folder, two)
        assert.strictEqual((yield* runIn(folder, two)).filter(({ _tag }) => _tag === "RunEnded").length, 0)
        sources.set("B36/S23", "2")
        const error = yield* Effect.flip(runIn(folder, two))
        assert.include(error.message, "it holds runs for which B36/S23.npz had other contents; --update goes on")
        const again = yield* runIn(folder, two, { update: true })
        const made = again.flatMap((event) => (event._tag === "RunEnded" ? [event.row.point["rule"]] : []))
        assert.deepStrictEqual(made, ["B36/S23", "B36/S23"])
        assert.strictEqual((yield* readFrom(folder)).rows.length, 4)
      }).pipe(Effect.scoped)
  )

  it.live("is worked on by one process at a time; one that was killed does not block it", () =>
    Effect.gen(function* () {
      const folder = join(yield* scratch, "a")
      yield* runIn(folder, study, { most: 5 })
      const here = fileURLToPath(new URL("./hold.ts", import.meta.url))
      const other = yield* Effect.acquireRelease(
        Effect.sync(() => spawn(process.execPath, [here, folder], { stdio: ["ignore", "pipe", "inherit"] })),
        (child) => Effect.sync(() => child.kill("SIGKILL"))
      )
      yield* Effect.promise(() => once(other.stdout, "data"))
      const held = holderOf(folder)
      assert.deepInclude(held, { pid: other.pid!, host: hostname() })
      const refused = yield* Effect.flip(runIn(folder, study))
      assert.include(refused.message, `process ${other.pid} on ${hostname()} is at work in it since ${held!.since}`)
      assert.isBelow((yield* readFrom(folder)).rows.length, 12)
      other.kill("SIGKILL")
      yield* Effect.promise(() => once(other, "exit"))
      assert.isNull(holderOf(folder))
      yield* runIn(folder, study)
      assert.strictEqual((yield* readFrom(folder)).rows.length, 12)
      assert.deepStrictEqual(readdirSync(folder), ["study.sqlite"])
    })
  )

  it.live("that holds something else is left alone", () =>
    Effect.gen(function* () {
      const folder = yield* scratch
      writeFileSync(join(folder, "thesis.tex"), "")
      assert.include((yield* Effect.flip(runIn(folder, study))).message, "it is not empty and holds no study")
      assert.isFalse(existsSync(join(folder, "study.sqlite")))
      assert.include((yield* Effect.flip(readFrom(folder))).message, "it holds no study")
      assert.include((yield* Effect.flip(readFrom(join(folder, "b")))).message, "there is no such folder")
      writeFileSync(join(folder, "study.sqlite"), "not a database, but long enough to be looked at")
      assert.include(
        (yield* Effect.flip(readFrom(folder))).message,
        "its study.sqlite is no database; copy the folder from a backup"
      )
    })
  )
})

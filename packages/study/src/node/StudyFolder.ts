import { Clock, Effect, Schema } from "effect"
import { existsSync, mkdirSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Plan } from "../plan/plan.ts"
import { StudySpec } from "../StudySpec.ts"
import { formatVersion, readFormat, readStudy } from "../table/database.ts"
import { lock, lockFile } from "./lock.ts"
import { askOf, closeDatabase, openDatabase } from "./schema.ts"

/** A folder cannot take or does not hold the study; nothing in it was changed. */
export class StudyFolderError extends Schema.TaggedError<StudyFolderError>()("StudyFolderError", {
  folder: Schema.String,
  reason: Schema.String,
  remedy: Schema.String
}) {
  override get message() {
    return `${this.folder}: ${this.reason}; ${this.remedy}`
  }
}

/** A study on disk. All that it refers to lies in the folder, so it can be moved. */
export interface StudyFolder {
  readonly study: StudySpec
  readonly database: DatabaseSync
  /** Folder of the stage cache. */
  readonly artefacts: string
}

const databaseOf = (folder: string): string => join(folder, "study.sqlite")

const encode = Schema.encodeUnknownSync(StudySpec)

/** Names of the parts in which two studies differ. */
const changed = (a: StudySpec, b: StudySpec): ReadonlyArray<string> => {
  const [before, after] = [encode(a), encode(b)] as ReadonlyArray<Readonly<Record<string, unknown>>>
  return [...new Set([...Object.keys(before!), ...Object.keys(after!)])].filter(
    (part) => JSON.stringify(before![part]) !== JSON.stringify(after![part])
  )
}

/** What the runs made so far were made with and the plan has otherwise, in words. */
const otherwise = (database: DatabaseSync, { runs }: Plan): string => {
  const planned = new Map<string, Set<string>>()
  for (const versions of new Set(runs.map((run) => run.versions))) {
    for (const [name, version] of Object.entries(versions)) {
      planned.set(name, (planned.get(name) ?? new Set()).add(version))
    }
  }
  const made = database
    .prepare(`SELECT versions FROM cells WHERE "group" IN (SELECT "group" FROM runs WHERE run IS NOT NULL)`)
    .all() as unknown as ReadonlyArray<{ versions: string }>
  const others = new Set<string>()
  for (const { versions } of made) {
    for (const [name, version] of Object.entries(JSON.parse(versions) as Record<string, string>)) {
      if (planned.get(name)?.has(version) === false) others.add(name)
    }
  }
  const files = [...others].flatMap((name) => (name.startsWith("data ") ? [name.slice(5)] : []))
  const plugins = [...others].filter((name) => !name.startsWith("data "))
  return [
    ...(files.length > 0 ? [`${files.join(", ")} had other contents`] : []),
    ...(plugins.length > 0 || files.length === 0 ? [`${plugins.join(", ") || "the plugins"} had another version`] : [])
  ].join(" and ")
}

/** Puts the plan's study in force: its runs are numbered as it does, those of earlier ones lose their number. */
const adopt = (database: DatabaseSync, { runs, study }: Plan): void => {
  database.exec("BEGIN IMMEDIATE; CREATE TEMP TABLE planned (key TEXT PRIMARY KEY, run INTEGER) WITHOUT ROWID")
  const insert = database.prepare("INSERT INTO planned VALUES (?, ?)")
  for (const { key, run } of runs) insert.run(key, run)
  database.exec(`
    UPDATE runs SET run = (SELECT run FROM planned WHERE planned.key = runs.key);
    DROP TABLE planned
  `)
  database.prepare("INSERT INTO study VALUES (?)").run(JSON.stringify(encode(study)))
  database.exec("COMMIT")
}

/**
 * Opens a folder to run a plan in; a new or empty one is made ready. One that holds the study as it was before, or
 * runs of other plugin versions or of recordings that have changed since, is refused, unless `update` is set: then the plan is put in force. No run is lost.
 */
export const openToRun = Effect.fn("openToRun")(function* (folder: string, plan: Plan, update: boolean) {
  const path = databaseOf(folder)
  if (!existsSync(path) && existsSync(folder) && readdirSync(folder).some((name) => name !== lockFile)) {
    const reason = "it is not empty and holds no study"
    return yield* new StudyFolderError({ folder, reason, remedy: "choose another --out" })
  }
  mkdirSync(folder, { recursive: true })
  yield* lockFor(folder)
  const database = yield* acquire(folder, () => openDatabase(path))
  const isNew = database.prepare("SELECT spec FROM study ORDER BY rowid DESC LIMIT 1").get() === undefined
  if (!isNew && !update) {
    const parts = changed(readStudy(askOf(database)), plan.study)
    const planned = new Set(plan.runs.map(({ key }) => key))
    const rows = database.prepare("SELECT key FROM runs WHERE run IS NOT NULL").all() as unknown as ReadonlyArray<{
      key: string
    }>
    const kept = rows.filter(({ key }) => planned.has(key)).length
    if (parts.length > 0 || kept < rows.length) {
      const reason =
        parts.length > 0
          ? `it holds this study with another ${parts.join(", ")}`
          : `it holds runs for which ${otherwise(database, plan)}`
      const remedy = `--update goes on with the new one, which shares ${kept} of the ${rows.length} runs made so far; or choose another --out`
      return yield* new StudyFolderError({ folder, reason, remedy })
    }
  }
  if (isNew || update) adopt(database, plan)
  return { study: plan.study, database, artefacts: join(folder, "artefacts") } satisfies StudyFolder
})

/** Opens a folder to look at it; nothing in it changes. */
export const openToRead = Effect.fn("openToRead")(function* (folder: string) {
  const path = databaseOf(folder)
  if (!existsSync(path)) {
    const reason = existsSync(folder) ? "it holds no study" : "there is no such folder"
    return yield* new StudyFolderError({ folder, reason, remedy: "give the --out of a study run" })
  }
  const database = yield* acquire(
    folder,
    () => new DatabaseSync(path, { readOnly: true }),
    (opened) => opened.close()
  )
  return { study: readStudy(askOf(database)), database, artefacts: join(folder, "artefacts") } satisfies StudyFolder
})

/** Keeps other processes from running a study in this folder for as long as the scope lives. */
const lockFor = Effect.fn("lockFor")(function* (folder: string) {
  const since = new Date(yield* Clock.currentTimeMillis).toISOString()
  const taken = yield* Effect.acquireRelease(
    Effect.try({
      try: () => lock(folder, since),
      catch: (cause) =>
        new StudyFolderError({
          folder,
          reason: `it cannot be written to (${(cause as Error).message})`,
          remedy: "choose another --out"
        })
    }),
    (one) => Effect.sync(() => void ("release" in one && one.release()))
  )
  if ("release" in taken) return
  const { host, pid, since: begun } = taken.heldBy
  return yield* new StudyFolderError({
    folder,
    reason: `process ${pid} on ${host} is at work in it since ${begun}`,
    remedy: "wait for it, or choose another --out"
  })
})

/** Closes the database with the scope; refuses a file of another format. */
const acquire = (folder: string, open: () => DatabaseSync, close: (database: DatabaseSync) => void = closeDatabase) =>
  Effect.acquireRelease(
    Effect.try({
      try: () => {
        const database = open()
        const version = readFormat(askOf(database))
        if (version === formatVersion) return database
        database.close()
        throw new Error(`study.sqlite has format ${version}, this version reads ${formatVersion}`)
      },
      catch: (cause) =>
        new StudyFolderError({
          folder,
          reason: `its database cannot be opened (${(cause as Error).message})`,
          remedy: "choose another folder, or the version of rulescope that wrote it"
        })
    }),
    (database) => Effect.sync(() => close(database))
  )

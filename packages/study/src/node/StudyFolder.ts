import { type FileError, lineOf, type Problem, problemFields, problemIn, say, type Sentence } from "@rulescope/core"
import { makeFolder, refusedBy } from "@rulescope/disk"
import { Clock, Effect, Schema } from "effect"
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Plan } from "../plan/plan.ts"
import { StudySpec } from "../StudySpec.ts"
import { formatVersion, readFormat, readStudy } from "../table/database.ts"
import { isOfLock, lock } from "./lock.ts"
import { askOf, closeDatabase, openDatabase } from "./schema.ts"
import { wordsOf } from "./sqliteWords.ts"

/** A folder cannot take or does not hold the study; nothing in it was changed. */
export class StudyFolderError extends Schema.TaggedError<StudyFolderError>()("StudyFolderError", {
  folder: Schema.String,
  ...problemFields
}) {
  get problem(): Problem {
    return problemIn(this.folder, this)
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** A study on disk. All that it refers to lies in the folder, so it can be moved. */
export interface StudyFolder {
  readonly study: StudySpec
  readonly database: DatabaseSync
  /** Folder of the stage cache. */
  readonly artefacts: string
}

/** Work on the database of a folder; what is refused or cannot be read there is said of the folder. */
const inFolder = <A>(folder: string, work: () => A): Effect.Effect<A, StudyFolderError> =>
  Effect.try({ try: work, catch: (cause) => new StudyFolderError({ folder, ...wordsOf(cause) }) })

/** What lies in a folder; nothing where there is none. */
const contentsOf = (folder: string): Effect.Effect<ReadonlyArray<string>, StudyFolderError> =>
  Effect.try({
    try: () => (existsSync(folder) ? readdirSync(folder) : []),
    catch: (cause) => refused(folder, refusedBy(folder, "write", cause))
  })

const refused = (folder: string, { reason, remedy }: FileError): StudyFolderError =>
  new StudyFolderError({ folder, reason, remedy })

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
const otherwise = (database: DatabaseSync, { runs }: Plan): Sentence => {
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
  const contents = say`${files} had other contents`
  const version = plugins.length === 0 ? say`the plugins had another version` : say`${plugins} had another version`
  if (files.length === 0) return version
  return plugins.length === 0 ? contents : say`${contents} and ${version}`
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

/** Why the runs of a folder are not those of a plan, with what can be done; null when they are. */
const differenceFrom = (database: DatabaseSync, before: StudySpec, plan: Plan) => {
  const parts = changed(before, plan.study)
  const planned = new Set(plan.runs.map(({ key }) => key))
  const rows = database.prepare("SELECT key FROM runs WHERE run IS NOT NULL").all() as unknown as ReadonlyArray<{
    key: string
  }>
  const kept = rows.filter(({ key }) => planned.has(key)).length
  if (parts.length === 0 && kept === rows.length) return null
  return {
    reason:
      parts.length > 0
        ? say`it holds this study with another ${parts}`
        : say`it holds runs for which ${otherwise(database, plan)}`,
    remedy: say`--update goes on with the new one, which shares ${kept} of the ${rows.length} runs made so far; or choose another --out`
  }
}

/**
 * Opens a folder to run a plan in; a new or empty one is made ready. One that holds the study as it was before, or
 * runs of other plugin versions or of recordings that have changed since, is refused, unless `update` is set: then the plan is put in force. No run is lost.
 */
export const openToRun = Effect.fn("openToRun")(function* (folder: string, plan: Plan, update: boolean) {
  const path = databaseOf(folder)
  if (!existsSync(path) && (yield* contentsOf(folder)).some((name) => !isOfLock(name))) {
    const reason = say`it is not empty and holds no study`
    return yield* new StudyFolderError({ folder, reason, remedy: say`choose another --out` })
  }
  yield* Effect.mapError(makeFolder(folder), (error) => refused(folder, error))
  yield* lockFor(folder)
  const database = yield* acquire(folder, () => openDatabase(path))
  const before = yield* inFolder(folder, () => readStudy(askOf(database)))
  if (before !== null && !update) {
    const difference = yield* inFolder(folder, () => differenceFrom(database, before, plan))
    if (difference !== null) return yield* new StudyFolderError({ folder, ...difference })
  }
  if (before === null || update) yield* inFolder(folder, () => adopt(database, plan))
  return { study: plan.study, database, artefacts: join(folder, "artefacts") } satisfies StudyFolder
})

/** Opens a folder to look at it; nothing in it changes. */
export const openToRead = Effect.fn("openToRead")(function* (folder: string) {
  const path = databaseOf(folder)
  if (!existsSync(path)) {
    const reason = existsSync(folder) ? say`it holds no study` : say`there is no such folder`
    return yield* new StudyFolderError({ folder, reason, remedy: say`give the --out of a study run` })
  }
  const database = yield* acquire(
    folder,
    () => new DatabaseSync(path, { readOnly: true }),
    (opened) => opened.close()
  )
  const study = yield* inFolder(folder, () => readStudy(askOf(database)))
  if (study === null) {
    const reason = say`its database holds no study yet`
    return yield* new StudyFolderError({ folder, reason, remedy: say`run the study in it first` })
  }
  return { study, database, artefacts: join(folder, "artefacts") } satisfies StudyFolder
})

/** Keeps other processes from running a study in this folder for as long as the scope lives. */
const lockFor = Effect.fn("lockFor")(function* (folder: string) {
  const since = new Date(yield* Clock.currentTimeMillis).toISOString()
  const taken = yield* Effect.acquireRelease(
    Effect.try({
      try: () => lock(folder, since),
      catch: (cause) => new StudyFolderError({ folder, ...wordsOf(cause) })
    }),
    (one) => Effect.sync(() => void ("release" in one && one.release()))
  )
  if ("release" in taken) return
  const { host, pid, since: begun } = taken.heldBy
  return yield* new StudyFolderError({
    folder,
    reason: say`process ${pid} on ${host} is at work in it since ${begun}`,
    remedy: say`wait for it, or choose another --out`
  })
})

/** Closes the database with the scope; refuses a file of another format. */
const acquire = Effect.fn("acquire")(function* (
  folder: string,
  open: () => DatabaseSync,
  close: (database: DatabaseSync) => void = closeDatabase
) {
  const database = yield* Effect.acquireRelease(inFolder(folder, open), (opened) => Effect.sync(() => close(opened)))
  const version = yield* inFolder(folder, () => readFormat(askOf(database)))
  if (version === formatVersion) return database
  return yield* new StudyFolderError({
    folder,
    reason: say`its study.sqlite has format ${version}, this version reads ${formatVersion}`,
    remedy: say`choose another folder, or the version of rulescope that wrote it`
  })
})

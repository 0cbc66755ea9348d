import { DatabaseSync } from "node:sqlite"
import { type Ask, formatVersion } from "../table/database.ts"

/** How readers ask a database of Node. */
export const askOf =
  (database: DatabaseSync): Ask =>
  (sql, ...values) =>
    database.prepare(sql).all(...values)

/**
 * Tables of a study. The last entry of `study` is the one in force; a run that it does not plan has no number (`run`
 * is null) and is kept, for the study may become again what it was. What runs have in common is stated once: a cell by its group, and every part of a result by the
 * SHA-256 of its text. All else is JSON text, which SQLite can query: `metrics ->> 'ruleExact'`.
 */
const tables = `
  CREATE TABLE study (spec TEXT NOT NULL);
  CREATE TABLE cells (
    "group" TEXT PRIMARY KEY, point TEXT NOT NULL, spec TEXT NOT NULL, versions TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE parts (hash TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE runs (
    key TEXT PRIMARY KEY, run INTEGER, "group" TEXT NOT NULL REFERENCES cells, seed INTEGER NOT NULL,
    status TEXT NOT NULL, error TEXT, rule TEXT, truth TEXT, metrics TEXT NOT NULL, finished TEXT NOT NULL,
    data TEXT REFERENCES parts, model TEXT REFERENCES parts, evidence TEXT REFERENCES parts,
    estimate TEXT REFERENCES parts, classes TEXT REFERENCES parts, verdict TEXT REFERENCES parts
  ) WITHOUT ROWID;
  CREATE INDEX runs_in_order ON runs (run);
`

/** A database that is ready to write: a killed process loses nothing that was put before. */
export const openDatabase = (path: string): DatabaseSync => {
  const database = new DatabaseSync(path)
  try {
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000")
    const { user_version: version } = database.prepare("PRAGMA user_version").get() as { user_version: number }
    if (version === 0) database.exec(`BEGIN; ${tables} PRAGMA user_version = ${formatVersion}; COMMIT`)
    return database
  } catch (cause) {
    database.close()
    throw cause
  }
}

/** Folds the log into the one file, so that the folder can be copied, also to a disk that is only read. */
export const closeDatabase = (database: DatabaseSync): void => {
  try {
    database.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE")
  } catch {
    // Another process has it open; the log stays beside it, and nothing is lost.
  }
  database.close()
}

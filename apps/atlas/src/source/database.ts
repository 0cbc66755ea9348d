import { RunDetail } from "@rulescope/automata"
import { sentenceOf, word } from "@rulescope/core"
import { type Ask, formatVersion, readDetail, readFormat, readRows, readStudy } from "@rulescope/study"
import { Schema } from "effect"
import type { Database } from "sql.js"
import { type StudySource, Unreadable } from "./StudySource.ts"
import { withLog } from "./withLog.ts"

const decodeDetail = Schema.decodeUnknownSync(Schema.NullOr(RunDetail))

const magic = "SQLite format 3\0"

export const isDatabase = (bytes: Uint8Array): boolean =>
  new TextDecoder("latin1").decode(bytes.subarray(0, magic.length)) === magic

const fetchSqlite = async () => {
  const [{ default: initialise }, { default: file }] = await Promise.all([
    import("sql.js"),
    import("sql.js/dist/sql-wasm-browser.wasm?url")
  ])
  return initialise({ locateFile: () => file })
}

let fetched: ReturnType<typeof fetchSqlite> | undefined

/** SQLite comes only when a database is opened, and once. */
const loadSqlite = (): ReturnType<typeof fetchSqlite> => {
  fetched ??= fetchSqlite().catch((): never => {
    fetched = undefined
    throw new Unreadable("unreachable", "SQLite")
  })
  return fetched
}

const askOf =
  (database: Database): Ask =>
  (sql, ...values) => {
    const statement = database.prepare(sql, values as Array<string>)
    try {
      const records: Array<unknown> = []
      const names = statement.getColumnNames()
      while (statement.step()) {
        const values = statement.get()
        records.push(Object.fromEntries(names.map((name, i) => [name, values[i]])))
      }
      return records
    } finally {
      statement.free()
    }
  }

/** A study from the database of its folder; `log` is what a study at work has not folded into it yet. */
export const openDatabase = async (name: string, file: Uint8Array, log?: Uint8Array): Promise<StudySource> => {
  const sqlite = await loadSqlite()
  const database = new sqlite.Database(withLog(file, log))
  try {
    const ask = askOf(database)
    const tables = ask("SELECT name FROM sqlite_schema WHERE type = 'table'") as ReadonlyArray<{ name: string }>
    if (!["study", "cells", "runs", "parts"].every((table) => tables.some((one) => one.name === table))) {
      throw new Unreadable("foreign", name)
    }
    const version = readFormat(ask)
    if (version !== formatVersion) throw new Unreadable("format", name, word(String(version)))
    const study = readStudy(ask)
    if (study === null) throw new Unreadable("foreign", name)
    const table = { study, rows: readRows(ask).rows }
    return {
      name,
      read: () => Promise.resolve(table),
      detail: (key) => Promise.resolve(decodeDetail(readDetail(ask, key))),
      state: undefined,
      close: () => database.close()
    }
  } catch (cause) {
    database.close()
    throw cause instanceof Unreadable ? cause : new Unreadable("broken", name, sentenceOf(cause))
  }
}

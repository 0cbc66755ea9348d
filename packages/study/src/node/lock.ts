import { existsSync, unlinkSync } from "node:fs"
import { hostname } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"

/** A process that is at work on a study. */
export interface Holder {
  readonly pid: number
  readonly host: string
  /** ISO 8601 time. */
  readonly since: string
}

/** Lies in a folder while somebody is at work there, and after a process that was killed. */
export const lockFile = "running.sqlite"

const fileOf = (folder: string): string => join(folder, lockFile)

/** Milliseconds in which whoever only asks for the holder is done. */
const patience = 250

const open = (folder: string, timeout: number): DatabaseSync => new DatabaseSync(fileOf(folder), { timeout })

const isBusy = (error: unknown): boolean => (error as { readonly errcode?: number }).errcode === 5

/** Whether the write lock could be taken; it is the operating system's, and ends with the process however that ends. */
const takes = (database: DatabaseSync): boolean => {
  try {
    database.exec("BEGIN IMMEDIATE")
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
}

const stated = (database: DatabaseSync): Holder =>
  database.prepare("SELECT pid, host, since FROM holder").get() as unknown as Holder

/** Locks a folder for this process, or tells who has locked it. `release` is to be called in the end. */
export const lock = (folder: string, since: string): { readonly release: () => void } | { readonly heldBy: Holder } => {
  const database = open(folder, patience)
  const refused = (): { readonly heldBy: Holder } => {
    const heldBy = stated(database)
    database.close()
    return { heldBy }
  }
  if (!takes(database)) return refused()
  database.exec("CREATE TABLE IF NOT EXISTS holder (pid INTEGER, host TEXT, since TEXT); DELETE FROM holder")
  database.prepare("INSERT INTO holder VALUES (?, ?, ?)").run(process.pid, hostname(), since)
  database.exec("COMMIT")
  // The name can be read only when it is committed, and another process may have come in between.
  if (!takes(database)) return refused()
  return {
    release: () => {
      try {
        unlinkSync(fileOf(folder))
      } catch {
        // Some systems keep a file that is open; it is only a name that nobody holds then.
      }
      database.close()
    }
  }
}

/** Who is at work in a folder; null when nobody is. */
export const holderOf = (folder: string): Holder | null => {
  if (!existsSync(fileOf(folder))) return null
  try {
    const database = open(folder, 0)
    try {
      return takes(database) ? null : stated(database)
    } finally {
      database.close()
    }
  } catch {
    // It cannot be written to, so that nobody can be at work in it.
    return null
  }
}

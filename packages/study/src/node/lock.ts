import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs"
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

/** An empty database, of which only the lock is used; and who has it. They lie in a folder while somebody is at work there, and after a process that was killed. */
const names = { lock: "running.sqlite", holder: "running.json" }

/** Whether a file of a folder belongs to its lock. */
export const isOfLock = (name: string): boolean => name.startsWith("running.")

/** Milliseconds in which whoever only asks for the holder is done. */
const patience = 250

const open = (folder: string, timeout: number): DatabaseSync => new DatabaseSync(join(folder, names.lock), { timeout })

const isBusy = (error: unknown): boolean => (error as { readonly errcode?: number }).errcode === 5

/**
 * Whether the write lock could be taken; it is the operating system's, and ends with the process however that ends.
 * Nothing is ever written under it, so that the file has no journal and may be removed by whoever holds it.
 */
const takes = (database: DatabaseSync): boolean => {
  try {
    database.exec("BEGIN IMMEDIATE")
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
}

/** Who says to be at work in a folder; null while nobody does. */
const stated = (folder: string): Holder | null => {
  try {
    return JSON.parse(readFileSync(join(folder, names.holder), "utf8")) as Holder
  } catch {
    return null
  }
}

const state = (folder: string, holder: Holder): void => {
  const unfinished = join(folder, `${names.holder}.${process.pid}`)
  writeFileSync(unfinished, JSON.stringify(holder))
  renameSync(unfinished, join(folder, names.holder))
}

/** Which file a name stands for at the moment, if any. */
const identity = (path: string): string => {
  const { birthtimeNs, dev, ino } = statSync(path, { bigint: true, throwIfNoEntry: false }) ?? {}
  return `${dev} ${ino} ${birthtimeNs}`
}

type Locked = { readonly release: () => void } | { readonly heldBy: Holder }

/** One attempt; null when another process came in between, so that it is to be made again. */
const attempt = (folder: string, since: string): Locked | null => {
  const path = join(folder, names.lock)
  // Not by opening one that is there: to close it again would end the locks that this process has on it.
  if (!existsSync(path)) closeSync(openSync(path, "a"))
  const file = identity(path)
  const database = open(folder, patience)
  try {
    if (!takes(database)) {
      database.close()
      const heldBy = stated(folder)
      return heldBy === null ? null : { heldBy }
    }
    // Whoever held it before may have removed the file while this process waited for it: what is locked then has no name.
    if (identity(path) !== file) {
      database.close()
      return null
    }
    state(folder, { pid: process.pid, host: hostname(), since })
  } catch (cause) {
    database.close()
    // SQLite notices some of the time that the file was removed, and calls it an error of the disk.
    if (identity(path) !== file) return null
    throw cause
  }
  return {
    release: () => {
      for (const name of [names.holder, names.lock]) {
        try {
          rmSync(join(folder, name), { force: true })
        } catch {
          // Some systems keep a file that is open; it is only a name that nobody holds then.
        }
      }
      database.close()
    }
  }
}

/** Locks a folder for this process, or tells who has locked it. `release` is to be called in the end. */
export const lock = (folder: string, since: string): Locked => {
  for (;;) {
    const locked = attempt(folder, since)
    if (locked !== null) return locked
  }
}

/** Who is at work in a folder; null when nobody is. */
export const holderOf = (folder: string): Holder | null => {
  if (!existsSync(join(folder, names.lock))) return null
  try {
    const database = open(folder, 0)
    try {
      return takes(database) ? null : stated(folder)
    } finally {
      database.close()
    }
  } catch {
    // It cannot be written to, so that nobody can be at work in it.
    return null
  }
}

import { type DBSchema, type IDBPDatabase, openDB } from "idb"
import type { Work } from "./work.ts"

/** A run as lists show it. */
export interface KeptRun {
  readonly key: number
  readonly name: string
  /** The rule, or the range that is left. */
  readonly rule: string
  /** Size of its archive, in bytes. */
  readonly bytes: number
}

interface Kept extends DBSchema {
  runs: { readonly key: number; readonly value: KeptRun }
  /** By the key of the run: its files as one archive. */
  archives: { readonly key: number; readonly value: Uint8Array }
  work: { readonly key: string; readonly value: Work }
}

let opened: Promise<IDBPDatabase<Kept>> | undefined

/** The Studio's own place in the browser; rejects where storage is forbidden. */
export const database = (): Promise<IDBPDatabase<Kept>> => {
  opened ??= openDB<Kept>("rulescope-studio", 1, {
    upgrade: (db) => {
      db.createObjectStore("runs", { keyPath: "key" })
      db.createObjectStore("archives", { autoIncrement: true })
      db.createObjectStore("work")
    }
  }).catch((cause: unknown) => {
    opened = undefined
    throw cause
  })
  return opened
}

import type { PickedFiles } from "@rulescope/ui"
import { isDatabase, openDatabase } from "./database.ts"
import { openExport } from "./exported.ts"
import { type StudySource, Unreadable } from "./StudySource.ts"

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())

/** The study among files that were dropped or chosen: a study folder, its database, or an export. */
export const openPicked = async ({ files, name }: PickedFiles): Promise<StudySource> => {
  const database =
    files.find((file) => file.name === "study.sqlite") ?? files.find(({ name }) => name.endsWith(".sqlite"))
  const log = files.find((file) => file.name === `${database?.name}-wal`)
  const file = database ?? files.find(({ name }) => name.endsWith(".jsonl")) ?? files[0]
  if (file === undefined) throw new Unreadable("nothing", name)
  // One file among others that is named like no study is a guess that nobody asked for.
  if (file === files[0] && files.length > 1 && !/\.(?:sqlite|jsonl)$/.test(file.name)) {
    throw new Unreadable("nothing", name)
  }
  const bytes = await bytesOf(file)
  if (!isDatabase(bytes)) return openExport(file.name, new TextDecoder().decode(bytes))
  return openDatabase(name, bytes, log === undefined ? undefined : await bytesOf(log))
}

import { database, type KeptRun } from "./database.ts"

/** Every run that this browser keeps, oldest first. */
export const listRuns = async (): Promise<ReadonlyArray<KeptRun>> => (await database()).getAll("runs")

/** Keeps a run's archive, whole or not at all. */
export const keepRun = async (run: Omit<KeptRun, "key" | "bytes">, archive: Uint8Array): Promise<number> => {
  const both = (await database()).transaction(["runs", "archives"], "readwrite")
  const write = async (): Promise<number> => {
    const key = await both.objectStore("archives").add(archive)
    await both.objectStore("runs").add({ ...run, key, bytes: archive.length })
    return key
  }
  const [key] = await Promise.all([write(), both.done])
  return key
}

/** Undefined when another page has deleted it. */
export const archiveOfRun = async (key: number): Promise<Uint8Array | undefined> =>
  (await database()).get("archives", key)

export const renameRun = async (key: number, name: string): Promise<void> => {
  const { done, store } = (await database()).transaction("runs", "readwrite")
  const rename = async (): Promise<void> => {
    const run = await store.get(key)
    if (run !== undefined) await store.put({ ...run, name })
  }
  await Promise.all([rename(), done])
}

export const deleteRun = async (key: number): Promise<void> => {
  const both = (await database()).transaction(["runs", "archives"], "readwrite")
  await Promise.all([both.objectStore("runs").delete(key), both.objectStore("archives").delete(key), both.done])
}

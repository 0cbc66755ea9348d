import { inFileOrder, type NamedBytes, Registry } from "@rulescope/core"
import type { PickedFiles } from "@rulescope/ui"
import type { RunFiles } from "../run/protocol.ts"
import { configValue } from "./draft.ts"

/** Files that runs may read, by the path that specs name them with. They stay in the memory of the page. */
export type FileStore = ReadonlyMap<string, ReadonlyArray<NamedBytes>>

/** What a generator reads of them. */
export const filesFor = (generator: Registry.Choice, store: FileStore): RunFiles => {
  const path = configValue(generator, "path")
  const found = typeof path === "string" ? store.get(path) : undefined
  return found === undefined ? [] : [[path as string, found]]
}

/** The bytes of picked files in the order in which the command line reads a folder. */
export const bytesOf = async ({ files }: PickedFiles): Promise<ReadonlyArray<NamedBytes>> => {
  const read = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
  )
  return read.toSorted((a, b) => inFileOrder(a.name, b.name))
}

import type { NamedBytes } from "@rulescope/core"
import { unzipSync } from "fflate"
import { names } from "./write.ts"

/** What was found of a run: its parts as JSON that its subject reads. */
export interface OpenedRun {
  readonly spec: unknown
  /** Null for a spec alone. */
  readonly result: { readonly spec: unknown } | null
  readonly events: ReadonlyArray<unknown>
  readonly model: Uint8Array | undefined
  /** All other files, such as a recording, by their last name. */
  readonly others: ReadonlyMap<string, Uint8Array>
}

/** Bytes that the files of an archive may have together: 256 MiB, or four times as many as it has itself. */
const mostUnpacked = (archive: Uint8Array): number => Math.max(2 ** 28, 4 * archive.length)

/** What the archive states is looked at before anything is unpacked: entries may share their bytes. */
const unpacked = (archive: Uint8Array): Readonly<Record<string, Uint8Array>> => {
  let left = mostUnpacked(archive)
  return unzipSync(archive, {
    filter: ({ originalSize }) => {
      left -= originalSize
      if (left < 0) throw new Error(`its files are more than ${mostUnpacked(archive) / 2 ** 20} MiB`)
      return true
    }
  })
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const lastPart = (path: string): string => path.split(/[/\\]/).at(-1) ?? path

/** Files by their last name: those of an archive, or those that were given. */
const membersOf = (files: ReadonlyArray<NamedBytes>): ReadonlyMap<string, Uint8Array> => {
  const [only] = files
  if (files.length === 1 && only!.name.toLowerCase().endsWith(".zip")) {
    return new Map(Object.entries(unpacked(only!.bytes)).map(([name, bytes]) => [lastPart(name), bytes]))
  }
  return new Map(files.map(({ bytes, name }) => [lastPart(name), bytes]))
}

const objectIn = (bytes: Uint8Array | undefined): Readonly<Record<string, unknown>> | undefined => {
  if (bytes === undefined) return undefined
  try {
    const value: unknown = JSON.parse(textOf(bytes))
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined
  } catch {
    return undefined
  }
}

const eventsIn = (bytes: Uint8Array | undefined): ReadonlyArray<unknown> =>
  bytes === undefined
    ? []
    : textOf(bytes)
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => JSON.parse(line) as unknown)

/**
 * Finds a run in a folder's files or in an archive: a result, or a spec alone, whatever the one file that holds it is
 * called. Null when the files are neither. Throws on a broken archive, one of too much, or broken lines of events.
 */
export const openFiles = (files: ReadonlyArray<NamedBytes>): OpenedRun | null => {
  const members = membersOf(files)
  const single = members.size === 1 ? objectIn([...members.values()][0]) : undefined
  const result = objectIn(members.get(names.result)) ?? (single?.["verdicts"] === undefined ? undefined : single)
  const spec = objectIn(members.get(names.spec)) ?? (single?.["generator"] === undefined ? undefined : single)
  if (result === undefined && spec === undefined) return null
  const own = new Set<string>(Object.values(names))
  return {
    spec: result?.["spec"] ?? spec,
    result: (result as { readonly spec: unknown } | undefined) ?? null,
    events: eventsIn(members.get(names.events)),
    model: members.get(names.model),
    others: new Map([...members].filter(([name]) => !own.has(name)))
  }
}

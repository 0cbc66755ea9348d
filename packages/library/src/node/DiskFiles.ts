import { FileError, Files, type NamedBytes, inFileOrder } from "@rulescope/core"
import { checkRegular, mostAtOnce, readRegular, refusedBy, statOf, tooLarge } from "@rulescope/disk"
import { Effect, Layer } from "effect"
import type { Stats } from "node:fs"
import { readdir } from "node:fs/promises"
import { basename, join, resolve } from "node:path"
import { standardInput } from "./standardInput.ts"

interface Found {
  readonly path: string
  readonly info: Stats
}

/** A link whose end is not here: what git-annex and DVC leave in place of a file. */
const notHere = (folder: string, links: number, entries: number): FileError =>
  new FileError({
    path: folder,
    reason: `${links} of its ${entries} files are symbolic links to something that is not here, as git-annex and DVC keep files`,
    remedy: "fetch them first (git annex get, dvc pull)"
  })

/** The files directly in a folder, also those at the end of symbolic links, in numeric order of their names. */
const filesIn = Effect.fn("DiskFiles.filesIn")(function* (folder: string) {
  const entries = yield* Effect.tryPromise({
    try: () => readdir(folder, { withFileTypes: true }),
    catch: (cause) => refusedBy(folder, "read", cause)
  })
  const named = entries
    .filter((entry) => !entry.name.startsWith(".") && (entry.isFile() || entry.isSymbolicLink()))
    .sort((a, b) => inFileOrder(a.name, b.name))
  const looked = yield* Effect.forEach(named, ({ name }) => {
    const path = join(folder, name)
    return Effect.option(Effect.map(statOf(path), (info): Found => ({ path, info })))
  })
  const there = looked.flatMap((one) => (one._tag === "Some" ? [one.value] : []))
  if (there.length < named.length) {
    return yield* notHere(folder, named.length - there.length, named.length)
  }
  return there.filter(({ info }) => info.isFile())
})

const readPath = Effect.fn("DiskFiles.read")(function* (path: string) {
  const info = yield* statOf(path)
  const isFolder = info.isDirectory()
  if (info.isFIFO()) {
    const reason = "it is a pipe, and only files are read"
    return yield* new FileError({ path, reason, remedy: "give - and let it come through standard input" })
  }
  if (!isFolder) yield* checkRegular(path, info)
  const files = isFolder ? yield* filesIn(path) : [{ path, info }]
  const size = files.reduce((sum, file) => sum + file.info.size, 0)
  if (size > mostAtOnce) return yield* tooLarge(path, isFolder ? "its files have" : "it has", size, mostAtOnce)
  return yield* Effect.forEach(files, (file) =>
    Effect.map(readRegular(file.path), (bytes): NamedBytes => ({ name: basename(file.path), bytes }))
  )
})

/** Recordings from the disk; relative paths are meant from `root`, and `-` is what comes through standard input. */
export const layerIn = (root: string): Layer.Layer<Files> =>
  Layer.effect(
    Files,
    Effect.gen(function* () {
      const input = yield* standardInput
      return Files.of({ read: (given) => (given === "-" ? input : readPath(resolve(root, given))) })
    })
  )

/** Recordings from the disk; relative paths are meant from the working directory. */
export const layer = layerIn(".")

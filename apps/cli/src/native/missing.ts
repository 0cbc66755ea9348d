import { Effect } from "effect"
import { existsSync } from "node:fs"
import { statfs } from "node:fs/promises"
import { dirname } from "node:path"
import { partsFor } from "./pinned.ts"
import { InstallError, runTool } from "./tool.ts"

const works = (command: string, args: ReadonlyArray<string>) =>
  Effect.option(Effect.as(runTool(command, args, { remedy: "" }), command))

/** The first of these programs that answers. */
const firstOf = Effect.fnUntraced(function* (commands: ReadonlyArray<string>, args: ReadonlyArray<string>) {
  for (const command of commands) if ((yield* works(command, args))._tag === "Some") return command
  return null
})

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`

/** What is free where a folder lies or will lie: nothing is made before it is known that all else is there. */
const freeIn = (folder: string): Effect.Effect<number> =>
  Effect.promise(async () => {
    let there = folder
    while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
    const { bavail, bsize } = await statfs(there)
    return bavail * bsize
  })

/** A C library that the wheels are not built for. */
const musl = (): boolean => {
  const { header } = process.report.getReport() as { readonly header: { readonly glibcVersionRuntime?: string } }
  return process.platform === "linux" && header.glibcVersionRuntime === undefined
}

/** What an installation needs and takes, or one sentence about all that is missing, before anything is fetched. */
export const lookAround = Effect.fnUntraced(function* (folder: string, gpu: boolean) {
  const machine = `${process.platform}-${process.arch}`
  const parts = musl() ? null : partsFor(machine, gpu)
  if (parts === null) {
    return yield* new InstallError({
      reason: `there is no library of TensorFlow for ${gpu ? "a graphics card on " : ""}${machine}${musl() ? " with musl" : ""} to link with`,
      remedy: `use ${gpu ? '"webgpu" or ' : ""}"wasm"`
    })
  }
  const python = yield* firstOf(["python3", "python"], ["-m", "pip", "--version"])
  const compiler = yield* firstOf(
    [...(process.env["CXX"] ? [process.env["CXX"]] : []), "c++", "g++", "clang++"],
    ["--version"]
  )
  const free = yield* freeIn(dirname(folder))
  const npm = yield* firstOf(["npm"], ["--version"])
  const missing = [
    ...(npm === null ? ["npm"] : []),
    ...(python === null ? ["Python 3 with pip"] : []),
    ...(compiler === null ? ["a C++ compiler"] : []),
    ...(free < parts.space ? [`${gigabytes(parts.space - free)} of disk space in ${dirname(folder)}`] : [])
  ]
  if (python === null || compiler === null || missing.length > 0) {
    return yield* new InstallError({
      reason: `the native backend takes ${missing.join(", ")}, which this machine lacks`,
      remedy: "nothing was fetched"
    })
  }
  return { parts, python, compiler }
})

import { Effect } from "effect"
import { existsSync } from "node:fs"
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { nativeFolder } from "../folders.ts"
import { buildAddon } from "./build.ts"
import { checkNative, type NativeName } from "./check.ts"
import { fetchNpm, fetchWheel, type Site } from "./fetch.ts"
import { lookAround } from "./missing.ts"
import type { NpmPart, Parts, WheelPart } from "./parts.ts"

const unfinished = (folder: string): string => `${folder}.unfinished`

/** What a step says: `text` as it goes, or once and for all. */
export interface Say {
  readonly rewrite: (part: string, text: string) => void
  readonly write: (part: string, text: string) => void
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

/** Puts what an earlier attempt left to use if it was for the same parts. */
const openSite = (folder: string, parts: Parts) =>
  Effect.promise(async () => {
    const plan = join(folder, "plan.json")
    const wanted = JSON.stringify(parts)
    if ((await readFile(plan, "utf8").catch(() => "")) === wanted) return
    await rm(folder, { recursive: true, force: true })
    await mkdir(join(folder, "done"), { recursive: true })
    await writeFile(plan, wanted)
  })

/** Does a step unless an earlier attempt has. */
const once = <E, R>(site: Site, name: string, step: Effect.Effect<void, E, R>) => {
  const mark = join(site.folder, "done", name.replaceAll("/", " "))
  if (existsSync(mark)) return Effect.void
  return Effect.andThen(
    step,
    Effect.promise(() => writeFile(mark, ""))
  )
}

const title = ({ name, version }: NpmPart | WheelPart): string => `${name} ${version}`

/** Where the kernels ask for TensorFlow.js, the loader answers; only its places must exist. */
const leavePlaces = (folder: string) =>
  Effect.promise(async () => {
    for (const name of ["tfjs", "tfjs-core"]) {
      const place = join(folder, "node_modules", "@tensorflow", name)
      await mkdir(place, { recursive: true })
      await writeFile(join(place, "index.js"), "throw new Error('answered by @rulescope/tensor')\n")
    }
  })

/**
 * Installs TensorFlow's own library for the backend `node` or `node-gpu`, in place of what was installed before: the
 * packages with npm, the library out of a wheel with pip, the addon compiled. What is fetched has the pinned hashes; an
 * attempt that was broken off goes on after its last whole part; it takes the folder's name when a training step works.
 */
export const installNative = Effect.fn("installNative")(function* (name: NativeName, say: Say) {
  const folder = nativeFolder()
  const { compiler, parts, python } = yield* lookAround(folder, name === "node-gpu")
  for (const part of [...parts.npm, ...parts.wheels]) say.write("licence", `${title(part)}: ${part.licence}`)
  if (parts.untried) say.write("note", "nobody has tried this on such a machine yet; it is checked at the end")
  const site: Site = {
    folder: unfinished(folder),
    target: join(unfinished(folder), "node_modules", parts.npm[0]!.name),
    python,
    tag: parts.tag
  }
  yield* openSite(site.folder, parts)
  for (const part of parts.npm) {
    say.rewrite("npm", title(part))
    yield* once(site, part.name, fetchNpm(site, part))
    say.write("npm", title(part))
  }
  for (const part of parts.wheels) {
    const progress = (bytes: number) =>
      say.rewrite("pip", `${title(part)}: ${megabytes(bytes)} of ${megabytes(part.bytes)}`)
    progress(0)
    yield* once(site, part.name, fetchWheel(site, part, progress))
    say.write("pip", `${title(part)}, ${megabytes(part.bytes)}`)
  }
  say.rewrite("build", `the addon, with ${compiler}`)
  yield* once(site, "addon", Effect.andThen(leavePlaces(site.folder), buildAddon(site, compiler)))
  say.rewrite("check", "a training step")
  const trial = yield* checkNative(site.folder, name)
  yield* Effect.promise(async () => {
    for (const rest of ["download", "wanted.txt", "done", "node_modules/node-api-headers"]) {
      await rm(join(site.folder, rest), { recursive: true, force: true })
    }
    await rm(join(site.target, "include"), { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
    await rename(site.folder, folder)
  })
  return { folder, ...trial }
})

/** Removes the installation and what a broken attempt left; whether there was anything. */
export const uninstallNative: Effect.Effect<boolean> = Effect.promise(async () => {
  const folders = [nativeFolder(), unfinished(nativeFolder())].filter((folder) => existsSync(folder))
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
  return folders.length > 0
})

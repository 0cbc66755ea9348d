import { Effect } from "effect"
import { createHash } from "node:crypto"
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { NpmPart, WheelPart } from "./parts.ts"
import { InstallError, runTool } from "./tool.ts"
import { unpack } from "./unpack.ts"

/** Where an installation is being put together, and with which programs. */
export interface Site {
  readonly folder: string
  /** Folder of the package within. */
  readonly target: string
  readonly python: string
  /** Platform as pip names it. */
  readonly tag: string
}

const network =
  "look at the network and at npm's and pip's settings, and repeat the command: it goes on where it stopped"

/** An empty folder for one download. */
const emptied = (site: Site) =>
  Effect.promise(async () => {
    const folder = join(site.folder, "download")
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    return folder
  })

const onlyFile = (folder: string) => Effect.promise(async () => join(folder, (await readdir(folder))[0]!))

/** Fetches a package with the user's own npm, checks its hash and unpacks it. */
export const fetchNpm = Effect.fnUntraced(function* (site: Site, { integrity, name, version }: NpmPart) {
  const folder = yield* emptied(site)
  const args = ["pack", `${name}@${version}`, "--ignore-scripts", "--pack-destination", folder]
  yield* runTool("npm", args, { cwd: folder, remedy: network })
  const archive = yield* onlyFile(folder)
  const bytes = yield* Effect.promise(() => readFile(archive))
  if (`sha512-${createHash("sha512").update(bytes).digest("base64")}` !== integrity) {
    return yield* new InstallError({
      reason: `${name} ${version} is not the package that was tried: its hash differs`,
      remedy: "ask whoever runs your npm registry"
    })
  }
  yield* unpack(site.python, archive, join(site.folder, "node_modules"), { "package/": `${name}/` })
})

/** Bytes in a folder. */
const sizeOf = (folder: string): Effect.Effect<number> =>
  Effect.promise(async () => {
    const names = await readdir(folder, { recursive: true })
    // Files come and go meanwhile.
    const sizes = await Promise.all(
      names.map((name) =>
        stat(join(folder, name)).then(
          (s) => (s.isFile() ? s.size : 0),
          () => 0
        )
      )
    )
    return sizes.reduce((sum, size) => sum + size, 0)
  })

/** Fetches a wheel with the user's own pip, which checks its hash, and unpacks what is needed of it. */
export const fetchWheel = Effect.fnUntraced(function* (site: Site, part: WheelPart, progress: (bytes: number) => void) {
  const folder = yield* emptied(site)
  const wanted = join(site.folder, "wanted.txt")
  yield* Effect.promise(() => writeFile(wanted, `${part.name}==${part.version} --hash=sha256:${part.sha256}\n`))
  const only = ["--no-deps", "--require-hashes", "--only-binary=:all:", "--no-cache-dir"]
  const machine = ["--python-version", "3.11", "--implementation", "cp", "--platform", site.tag]
  const args = ["-m", "pip", "download", "--quiet", ...only, ...machine, "--dest", folder, "--requirement", wanted]
  // pip tells its progress in other words in every version; where it writes is told by TMPDIR in all of them.
  const env = { TMPDIR: folder, PIP_DISABLE_PIP_VERSION_CHECK: "1" }
  const watch = Effect.forever(Effect.delay(Effect.map(sizeOf(folder), progress), "250 millis"))
  yield* Effect.raceFirst(runTool(site.python, args, { env, remedy: network }), watch)
  const wheel = (yield* Effect.promise(() => readdir(folder))).find((name) => name.endsWith(".whl"))
  yield* unpack(site.python, join(folder, wheel!), site.target, part.take)
})

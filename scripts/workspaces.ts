/** What the workspace consists of, read from the disk: for the scripts, and for the tests that guard its structure. */
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

/** The repository's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..")

/** The parts of a package.json that the workspace's rules are about. */
export interface Manifest {
  readonly name: string
  readonly version?: string
  readonly private?: boolean
  readonly description?: string
  readonly engines?: { readonly node?: string }
  readonly license?: string
  readonly bin?: Readonly<Record<string, string>>
  readonly exports?: Readonly<Record<string, string>>
  readonly publishConfig?: { readonly access?: string; readonly exports?: Readonly<Record<string, unknown>> }
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

export interface Workspace {
  /** From the root, with forward slashes: `packages/core`. */
  readonly folder: string
  readonly manifest: Manifest
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), "utf8"))

/** Lays files out, from the root, as the format gate wants them. */
export const format = (paths: ReadonlyArray<string>): void => {
  const oxfmt = join(root, "node_modules", ".bin", "oxfmt")
  if (paths.length > 0) spawnSync(oxfmt, paths, { cwd: root, shell: process.platform === "win32" })
}

const childrenOf = (folder: string): ReadonlyArray<string> =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : []

/** The subjects, each with a roof of its own in `packages/`. */
export const subjects = ["automata", "flow"] as const
export type SubjectName = (typeof subjects)[number]

/** The languages have a roof of their own, too; each is a package called by its BCP 47 tag. */
const languages = "packages/languages"

/** Every workspace package, ordered by folder. */
export const workspaces = (): ReadonlyArray<Workspace> =>
  ["packages", ...subjects.map((subject) => `packages/${subject}`), languages, "apps"]
    .flatMap(childrenOf)
    .concat("tests", "bench")
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .sort()
    .map((folder) => ({ folder, manifest: readJson(`${folder}/package.json`) as Manifest }))

/** A package below a subject's roof called `<stage>-<id>` is a plugin of that stage. */
export const stages = ["generator", "chooser", "augmenter", "backbone", "inferrer", "verifier"] as const
export type Stage = (typeof stages)[number]

/** Stage and id of a plugin's folder; undefined for every other package. */
export const pluginAt = (folder: string): { readonly stage: Stage; readonly id: string } | undefined => {
  const name = folder.split("/").at(-1)!
  const stage = stages.find((candidate) => name.startsWith(`${candidate}-`))
  return stage === undefined ? undefined : { stage, id: name.slice(stage.length + 1) }
}

/** A package that is a plugin. */
export interface PluginPackage extends Workspace {
  readonly subject: SubjectName
  readonly stage: Stage
  readonly id: string
}

/** Every plugin package, ordered by subject, stage and id. */
export const pluginPackages = (): ReadonlyArray<PluginPackage> =>
  subjects.flatMap((subject) =>
    stages.flatMap((stage) =>
      workspaces().flatMap((workspace) => {
        const plugin = pluginAt(workspace.folder)
        const isOne = plugin?.stage === stage && workspace.folder.startsWith(`packages/${subject}/`)
        return isOne ? [{ ...workspace, ...plugin, subject }] : []
      })
    )
  )

/** What can be read off a plugin without opening it. */
export interface PluginFacts {
  readonly id: string
  readonly version: number
  readonly summary: string
}

/** Tells a plugin from the other exports of its package, by what every plugin has. */
const isPlugin = (entry: readonly [string, unknown]): entry is [string, PluginFacts] => {
  const value = entry[1]
  const has = ["id", "version", "summary", "config", "layer"]
  return typeof value === "object" && value !== null && has.every((property) => property in value)
}

/** The plugins that a package exports, by their names: exactly one, when all is well. */
export const exportedPlugins = async ({ folder }: Workspace): Promise<Readonly<Record<string, PluginFacts>>> => {
  const module = (await import(pathToFileURL(join(root, folder, "src", "index.ts")).href)) as object
  return Object.fromEntries(Object.entries(module).filter(isPlugin))
}

/** A package that is a language. */
export interface LanguagePackage extends Workspace {
  /** BCP 47. */
  readonly tag: string
}

/** Every language package but that of English, which everything is written in. */
export const languagePackages = (): ReadonlyArray<LanguagePackage> =>
  workspaces()
    .filter(({ folder }) => folder.startsWith(`${languages}/`))
    .map((workspace) => ({ ...workspace, tag: workspace.folder.split("/").at(-1)! }))
    .filter(({ tag }) => tag !== "en")

import { say, type Subjects, word } from "@rulescope/core"
import { Effect } from "effect"
import { Flag } from "effect/cli"
import { resolve } from "node:path"
import { fileURLToPath } from "node:url"
import type { BadInput } from "../Exit.ts"
import { assign, type Json } from "../commands/paths.ts"
import { findPlugin, isPath } from "./find.ts"
import { type Environment, loadPlugins, type Named, refuse } from "./load.ts"

/** Flag of every command that chooses plugins. */
export const pluginFlag = Flag.String("plugin").pipe(
  Flag.withMetavar("NAME"),
  Flag.withDescription("Load plugins from a package, or from a folder such as ./mine; may be repeated"),
  Flag.atLeast(0)
)

/** The plugins of a command, and the subjects that have them. */
export interface Chosen {
  readonly subjects: Subjects<Environment>
  readonly plugins: ReadonlyArray<Named>
}

/** Folder of the command line itself: what is installed beside it is found last. */
const own = fileURLToPath(new URL(".", import.meta.url))

const find = Effect.fnUntraced(function* (name: string, folders: ReadonlyArray<string>) {
  const found = yield* Effect.try({
    try: () => findPlugin(name, folders),
    catch: (cause) => refuse(name, word((cause as Error).message), say`correct its package.json`)
  })
  if (found !== undefined) return { ...found, name } satisfies Named
  return yield* isPath(name)
    ? refuse(name, say`there is no such file or package in ${folders[0]!}`, say`give the path of its folder`)
    : refuse(
        name,
        say`no package of that name is installed in ${folders[0]!}`,
        say`install it, or write ./${name} for a folder`
      )
})

/** Loads what a spec lists, looked for from its folder, and what flags name, from the working directory. */
export const choosePlugins = Effect.fn("choosePlugins")(function* (
  flagged: ReadonlyArray<string>,
  listed: ReadonlyArray<string> = [],
  folder = "."
): Effect.fn.Return<Chosen, BadInput> {
  const cwd = process.cwd()
  const all = [
    ...(yield* Effect.forEach(listed, (name) => find(name, [resolve(folder), cwd, own]))),
    ...(yield* Effect.forEach(flagged, (name) => find(name, [cwd, own])))
  ]
  const plugins = [...new Map(all.map((plugin) => [plugin.url, plugin])).values()]
  return { subjects: yield* loadPlugins(plugins), plugins }
})

/** What a spec, read or not, lists. */
const listedIn = (spec: Json): ReadonlyArray<string> => {
  const listed = (spec as { readonly plugins?: Json } | null)?.plugins
  return Array.isArray(listed) && listed.every((name) => typeof name === "string") ? listed : []
}

/** The plugins of a spec and of flags, and the spec that lists them all, to be read from any folder. */
export const chooseFor = Effect.fn("chooseFor")(function* (
  spec: Json,
  flagged: ReadonlyArray<string>,
  folder?: string
): Effect.fn.Return<Chosen & { readonly spec: Json }, BadInput> {
  const chosen = yield* choosePlugins(flagged, listedIn(spec), folder)
  const places = chosen.plugins.map(({ place }) => place)
  return { ...chosen, spec: places.length === 0 ? spec : assign(spec, "plugins", places) }
})

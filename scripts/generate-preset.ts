/**
 * Writes @rulescope/preset from the plugin packages there are: its one source file and its dependencies.
 *
 *   npm run -s tool -- node scripts/generate-preset.ts
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { exportedPlugins, format, type PluginPackage, pluginPackages, root, type Stage, stages } from "./workspaces.ts"

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

const registry = (stage: Stage, names: ReadonlyArray<string>): string =>
  `  ${stage}s: Registry.make(${capital(stage)}, "${stage}", [\n` +
  `${names.map((name) => `    Plugin.erase(${name})`).join(",\n")}\n  ])`

const nameOf = (specifier: string): string => specifier.replace("type ", "")

const sourceText = (plugins: ReadonlyArray<PluginPackage & { readonly exported: string }>): string => {
  const ofSubject = [...stages.map(capital), "equip", "knowing", "type Families", "type Registries"].sort((a, b) =>
    nameOf(a) < nameOf(b) ? -1 : 1
  )
  const imports = plugins
    .map(({ exported, manifest }) => ({ names: exported, from: manifest.name }))
    .concat(
      { names: ofSubject.join(", "), from: "@rulescope/automata" },
      { names: "makeSubjects, Plugin, Registry", from: "@rulescope/core" }
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, names }) => `import { ${names} } from "${from}"`)
  const of = (stage: Stage) => plugins.filter((plugin) => plugin.stage === stage).map(({ exported }) => exported)
  return `// Written by scripts/generate-preset.ts from the plugin packages.
${imports.join("\n")}
import { families } from "./families.ts"

export { families }

type Needs = Exclude<Plugin.Needs<${plugins.map(({ exported }) => `typeof ${exported}`).join(" | ")}>, Families>

/** Every plugin that comes with Rulescope. */
export const registries: Registries<Needs> = knowing<Needs>(families, {
${stages.map((stage) => registry(stage, of(stage))).join(",\n")}
})

/** Automata with all plugins. */
export const automata = equip(families, registries)

/** Every subject with its plugins; a spec that names none is about the first. */
export const subjects = makeSubjects([automata])
`
}

/** The files of the preset as they should be, by path from the root. */
export const wantedPreset = async (): Promise<ReadonlyMap<string, string>> => {
  const plugins = []
  for (const plugin of pluginPackages()) {
    const exported = Object.keys(await exportedPlugins(plugin))
    if (exported.length !== 1) {
      throw new Error(`${plugin.folder} must export one plugin, and exports ${exported.join(", ") || "none"}`)
    }
    plugins.push({ ...plugin, exported: exported[0]! })
  }
  const path = "packages/preset/package.json"
  const manifest = JSON.parse(readFileSync(join(root, path), "utf8")) as object
  const names = [
    "@rulescope/automata",
    "@rulescope/core",
    "@rulescope/lattice",
    ...plugins.map((plugin) => plugin.manifest.name)
  ].sort()
  const dependencies = Object.fromEntries(names.map((name) => [name, "workspace:*"]))
  return new Map([
    ["packages/preset/src/index.ts", sourceText(plugins)],
    [path, `${JSON.stringify({ ...manifest, dependencies }, null, 2)}\n`]
  ])
}

/** What a file says, however the formatter has laid it out. */
const essence = (text: string): string => text.replaceAll(/\s+/g, "").replaceAll("<|", "<")

/** Paths of the preset's files that are behind the plugin packages. */
export const presetBehind = async (): Promise<ReadonlyArray<string>> =>
  [...(await wantedPreset())].flatMap(([path, wanted]) => {
    const present = existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : ""
    return essence(present) === essence(wanted) ? [] : [path]
  })

if (process.argv[1] === import.meta.filename) {
  const wanted = await wantedPreset()
  const behind = await presetBehind()
  for (const path of behind) {
    writeFileSync(join(root, path), wanted.get(path)!)
    console.log(`${path}: written`)
  }
  format(behind)
}

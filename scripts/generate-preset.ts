/**
 * Writes @rulescope/preset from the plugin and language packages there are: one source file for each subject, its list of
 * languages, and its dependencies.
 *
 *   npm run -s tool -- node scripts/generate-preset.ts
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import {
  exportedPlugins,
  format,
  type LanguagePackage,
  languagePackages,
  type PluginPackage,
  pluginPackages,
  root,
  type Stage,
  stages,
  type SubjectName,
  subjects
} from "./workspaces.ts"

const camel = (name: string): string => name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

const registry = (stage: Stage, names: ReadonlyArray<string>): string =>
  `  ${stage}s: Registry.make(${capital(stage)}, "${stage}", [\n` +
  `${names.map((name) => `    Plugin.erase(${name})`).join(",\n")}\n  ])`

const nameOf = (specifier: string): string => specifier.replace("type ", "")

type Exported = PluginPackage & { readonly exported: string }

/** The file of one subject: its registries, and the subject with them; of automata, also which families there are. */
const subjectText = (subject: SubjectName, plugins: ReadonlyArray<Exported>): string => {
  const own = plugins.filter((plugin) => plugin.subject === subject)
  const among = subject === "automata"
  const ofSubject = [
    ...stages.map(capital),
    "equip",
    "type Registries",
    ...(among ? ["knowing", "type Families"] : [])
  ].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const imports = own
    .map(({ exported, manifest }) => ({ names: exported, from: manifest.name }))
    .concat(
      { names: ofSubject.join(", "), from: `@rulescope/${subject}` },
      { names: "Plugin, Registry", from: "@rulescope/core" }
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, names }) => `import { ${names} } from "${from}"`)
    .concat(among ? ['import { families } from "./families.ts"'] : [])
  const of = (stage: Stage) => own.filter((plugin) => plugin.stage === stage).map(({ exported }) => exported)
  const needs = `Plugin.Needs<${own.map(({ exported }) => `typeof ${exported}`).join(" | ")}>`
  const [open, close] = among ? ["knowing<Needs>(families, {", "})"] : ["{", "}"]
  return `${head}
${imports.join("\n")}

type Needs = ${among ? `Exclude<${needs}, Families>` : needs}

/** Every plugin for ${subject} that comes with Rulescope. */
export const ${subject}Registries: Registries<Needs> = ${open}
${stages.map((stage) => registry(stage, of(stage))).join(",\n")}
${close}

/** The subject ${subject} with all plugins. */
export const ${subject}: ReturnType<typeof equip<Needs>> = equip(${among ? "families, " : ""}${subject}Registries)
`
}

const head = "// Written by scripts/generate-preset.ts from the plugin packages."

const indexText = `${head}
import { makeSubjects, type Outside, type Subjects } from "@rulescope/core"
${subjects.map((subject) => `import { ${subject} } from "./${subject}.ts"`).join("\n")}

${subjects.map((subject) => `export { ${subject}, ${subject}Registries } from "./${subject}.ts"`).join("\n")}

export { families } from "./families.ts"

type Needs = Outside<${subjects.map((subject) => `typeof ${subject}`).join(" | ")}>

/** Every subject with its plugins; a spec that names none is about the first. */
export const subjects: Subjects<Needs> = makeSubjects<Needs>([${subjects.join(", ")}])
`

/** Plugins that have words in a language. */
const worded = (tag: string, plugins: ReadonlyArray<PluginPackage>): ReadonlyArray<PluginPackage> =>
  plugins.filter(({ manifest }) => manifest.exports?.[`./words/${tag}`] !== undefined)

const sourceOf = ({ manifest, tag }: LanguagePackage, plugins: ReadonlyArray<PluginPackage>): string => {
  const words = worded(tag, plugins).length === 0 ? "" : `, plugins: () => import("./words/${tag}.ts")`
  // As the formatter writes keys.
  const key = /^\w+$/.test(tag) ? tag : JSON.stringify(tag)
  return `${key}: { language: () => import("${manifest.name}")${words} }`
}

const languagesText = (languages: ReadonlyArray<LanguagePackage>, plugins: ReadonlyArray<PluginPackage>): string =>
  `// Written by scripts/generate-preset.ts from the language packages.
import type { Source } from "./Language.ts"

/** Languages other than English by their BCP 47 tags. */
export const languages: Readonly<Record<string, Source>> = {
${languages.map((language) => `  ${sourceOf(language, plugins)}`).join(",\n")}
}
`

/** The words of all plugins in a language. */
const wordsText = (tag: string, plugins: ReadonlyArray<PluginPackage>): string => {
  const named = worded(tag, plugins).map((plugin) => ({
    ...plugin,
    name: camel(`${plugin.subject}-${plugin.stage}-${plugin.id}`)
  }))
  return `// Written by scripts/generate-preset.ts from the plugin packages.
${named.map(({ manifest, name }) => `import { words as ${name} } from "${manifest.name}/words/${tag}"`).join("\n")}
import type { WordsOfPlugins } from "../Language.ts"

export const plugins: WordsOfPlugins = {
${named.map(({ id, name, stage, subject }) => `  "${subject}/${stage}-${id}": ${name}`).join(",\n")}
}
`
}

/** What the preset needs whatever plugins and languages there are. */
const always = ["charts", "core", "language-en", "lattice", ...subjects].map((name) => `@rulescope/${name}`)

/** The files of the preset as they should be, by path from the root. */
export const wantedPreset = async (): Promise<ReadonlyMap<string, string>> => {
  const plugins: Array<Exported> = []
  for (const plugin of pluginPackages()) {
    const exported = Object.keys(await exportedPlugins(plugin))
    if (exported.length !== 1) {
      throw new Error(`${plugin.folder} must export one plugin, and exports ${exported.join(", ") || "none"}`)
    }
    plugins.push({ ...plugin, exported: exported[0]! })
  }
  const path = "packages/preset/package.json"
  const manifest = JSON.parse(readFileSync(join(root, path), "utf8")) as object
  const languages = languagePackages()
  const names = [...always, ...[...plugins, ...languages].map((one) => one.manifest.name)].sort()
  const dependencies = Object.fromEntries(names.map((name) => [name, "workspace:*"]))
  return new Map([
    ["packages/preset/src/index.ts", indexText],
    ["packages/preset/src/languages/languages.ts", languagesText(languages, plugins)],
    ...languages.flatMap(({ tag }) =>
      worded(tag, plugins).length === 0
        ? []
        : [[`packages/preset/src/languages/words/${tag}.ts`, wordsText(tag, plugins)] as const]
    ),
    ...subjects.map((subject) => [`packages/preset/src/${subject}.ts`, subjectText(subject, plugins)] as const),
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
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), wanted.get(path)!)
    console.log(`${path}: written`)
  }
  format(behind)
}

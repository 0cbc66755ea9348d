/**
 * Begins a plugin package that does not compile, and whose tests are red, until its stage is written.
 *
 *   npm run -s tool -- node scripts/new-plugin.ts automata inferrer likelihood
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { languagePackages, root, type Stage, stages, subjects } from "./workspaces.ts"

/** What a stage's service has to have, and what its law suite is called with beside the name and the layer. */
const members: Readonly<Record<Stage, string>> = {
  generator: "generate",
  chooser: "choose",
  augmenter: "purpose and augment",
  backbone: "fit and predict",
  inferrer: "infer",
  verifier: "verify"
}

const fail = (message: string): never => {
  console.error(`new-plugin: ${message}`)
  process.exit(2)
}

const [subjectName, stageName, id = ""] = process.argv.slice(2)
const subject =
  subjects.find((known) => known === subjectName) ??
  fail(`say a subject, a stage and an id, as in "automata inferrer likelihood"; subjects: ${subjects.join(", ")}`)
const stage =
  stages.find((known) => known === stageName) ??
  fail(`say a stage and an id, as in "inferrer likelihood"; stages: ${stages.join(", ")}`)
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) fail(`the id "${id}" must be kebab-case, as in "early-rounds"`)
const name = `${stage}-${id}`
const folder = `packages/${subject}/${name}`
if (existsSync(join(root, folder))) fail(`${folder} exists already`)

const service = stage[0]!.toUpperCase() + stage.slice(1)
const constant = id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
const file = constant[0]!.toUpperCase() + constant.slice(1)
const testkit = subject === "automata" ? "@rulescope/testkit" : `@rulescope/testkit/${subject}`
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const source = `import { ${service} } from "@rulescope/${subject}"
import { Plugin } from "@rulescope/core"
import { Layer, Schema } from "effect"

const Config = Schema.Struct({})

export const ${constant} = Plugin.make({
  id: "${id}",
  version: 1,
  summary: "",
  config: Config,
  layer: () => Layer.succeed(${service}, ${service}.of({}))
})
`

const test =
  stage === "backbone"
    ? `import { backboneSuite } from "${testkit}"
import { ${constant} } from "../src/index.ts"

// The third argument counts the tensors alive: see packages/automata/backbone-cnn/test.
backboneSuite("${id}", ${constant}.layer({}))
`
    : `import { ${stage}Suite } from "${testkit}"
import { ${constant} } from "../src/index.ts"

${stage}Suite("${id}", ${constant}.layer({}))
`

/** Its words in every other language there is. */
const tags = languagePackages().map(({ tag }) => tag)

const words = `import type { PluginWords } from "@rulescope/core"

export const words: PluginWords = { summary: "", fields: {}, sentences: {} }
`

/** Entries of the package: path below `src` or `dist`, without ending, by subpath. */
const entries: ReadonlyArray<readonly [subpath: string, path: string]> = [
  [".", "index"],
  ...tags.map((tag) => [`./words/${tag}`, `words/${tag}`] as const)
]

const eachEntry = (to: (path: string) => unknown) =>
  Object.fromEntries(entries.map(([subpath, path]) => [subpath, to(path)]))

const readme = `# ${name}

<!-- config table: written by scripts/write-config-tables.ts -->
<!-- end of config table -->

**When to use.**

**Cost.**

**Sources.**
`

const files: Readonly<Record<string, string>> = {
  "package.json": json({
    name: `@rulescope/${name}`,
    version: "0.0.0",
    description: "",
    license: "MIT",
    files: ["dist", "src", "README.md"],
    type: "module",
    sideEffects: false,
    exports: eachEntry((path) => `./src/${path}.ts`),
    publishConfig: {
      exports: eachEntry((path) => ({ types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` })),
      access: "public"
    },
    scripts: { build: "tsc -b" },
    dependencies: { [`@rulescope/${subject}`]: "workspace:*", "@rulescope/core": "workspace:*", effect: "catalog:" },
    devDependencies: { "@rulescope/testkit": "workspace:*" }
  }),
  "tsconfig.json": json({
    extends: "../../../tsconfig.base.json",
    compilerOptions: { rootDir: "src", outDir: "dist", tsBuildInfoFile: "dist/.tsbuildinfo" },
    include: ["src"]
  }),
  "vitest.config.ts": `import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "${name}", include: ["test/**/*.test.ts"] } })
`,
  "README.md": readme,
  "src/index.ts": `export { ${constant} } from "./${file}.ts"\n`,
  [`src/${file}.ts`]: source,
  ...Object.fromEntries(tags.map((tag) => [`src/words/${tag}.ts`, words])),
  [`test/${file}.test.ts`]: test
}

for (const [path, text] of Object.entries(files)) {
  const target = join(root, folder, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
}

const steps: ReadonlyArray<readonly [string, ...ReadonlyArray<string>]> = [
  ["pnpm", "install", "--no-frozen-lockfile", "--prefer-offline", "--reporter=silent"],
  ["node", "scripts/generate-preset.ts"],
  ["pnpm", "install", "--no-frozen-lockfile", "--prefer-offline", "--reporter=silent"],
  ["node", "scripts/sync-references.ts"],
  ["oxfmt", folder]
]
for (const [program, ...args] of steps) {
  const { status } = spawnSync(program, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] })
  if (status !== 0) fail(`${folder} is written, but "${[program, ...args].join(" ")}" failed; run it again by hand`)
}

console.log(`${folder} is begun, and @rulescope/preset knows it. It does nothing yet: it neither compiles nor passes
its tests until you write
  ${folder}/src/${file}.ts     ${members[stage]}, the configuration, the summary
  ${folder}/test/${file}.test.ts   what is special about it, beside the laws of its stage
  ${folder}/src/words/   ${tags.join(", ")}: the summary, the fields, and what it says when something fails
  ${folder}/README.md, and the description in package.json
  .changeset/${name}.md   one sentence for users ("npm run tool -- changeset")
Then: npm run -s tool -- node scripts/write-config-tables.ts, and npm test`)

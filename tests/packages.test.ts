import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { presetBehind } from "../scripts/generate-preset.ts"
import { outOfSync, read } from "../scripts/sync-references.ts"
import { nodeRange } from "../apps/cli/src/nodeRange.ts"
import { exportedPlugins, pluginPackages, root, stages, workspaces } from "../scripts/workspaces.ts"

const published = workspaces().filter(({ manifest }) => manifest.private !== true)
const plugins = pluginPackages()

describe("package.json", () => {
  it.each(published)("of $folder says what a registry needs", ({ folder, manifest }) => {
    assert.isAtLeast(manifest.description?.length ?? 0, 10, "description")
    assert.strictEqual(manifest.license, "MIT")
    assert.strictEqual(manifest.publishConfig?.access, "public", "publishConfig.access")
    assert.deepStrictEqual(manifest.engines, { node: nodeRange }, "engines")
    // An Effect of one copy is no Effect of another: whoever installs a package brings the one that all share.
    if (folder.startsWith("packages/")) assert.notProperty(manifest.dependencies ?? {}, "effect", "a peer")
    if (manifest.bin === undefined) assert.property(manifest.exports ?? {}, ".")
    for (const [subpath, target] of Object.entries(manifest.exports ?? {})) {
      assert.isTrue(existsSync(join(root, folder, target)), `${subpath}: ${target} does not exist`)
      assert.property(manifest.publishConfig?.exports ?? {}, subpath, "publishConfig.exports: the same, built")
    }
  })

  it("has its own name in every workspace folder", () => {
    const names = workspaces().map(({ manifest }) => manifest.name)
    assert.deepStrictEqual([...new Set(names)], names)
    for (const { folder, manifest } of published) {
      const [place, roof, name = roof] = folder.split("/")
      if (place !== "packages") continue
      // What a subject is has the subject's own name, a language that of its tag; everything else that of its folder.
      const short = roof === "languages" ? `language-${name!.toLowerCase()}` : name === "subject" ? roof : name
      assert.strictEqual(manifest.name, `@rulescope/${short}`)
    }
  })

  it("and the references of tsconfig.json agree; scripts/sync-references.ts writes them", () => {
    assert.deepStrictEqual(outOfSync(), [])
  })

  it("and a reference too many, or one too few, are found", () => {
    const subject = "packages/automata/subject/tsconfig.json"
    const change = (references: ReadonlyArray<{ readonly path: string }>) =>
      outOfSync((path) => (path === subject ? { ...read(path), references } : read(path)))
    const stated = read(subject).references ?? []
    assert.include(change([...stated, { path: "../formats" }]), subject)
    assert.include(change(stated.slice(1)), subject)
    assert.notInclude(change(stated.toReversed()), subject)
  })
})

describe("plugins", () => {
  it("exist for the stages that a run cannot do without", () => {
    const present = new Set(plugins.map(({ stage }) => stage))
    assert.includeMembers(
      [...present],
      stages.filter((stage) => stage !== "augmenter")
    )
  })

  it.each(plugins)("$folder exports one plugin, called $id", async (plugin) => {
    const exported = Object.values(await exportedPlugins(plugin))
    assert.deepStrictEqual(
      exported.map(({ id }) => id),
      [plugin.id]
    )
    assert.isAtLeast(exported[0]!.version, 1)
    assert.match(exported[0]!.summary, /^\S.{10,}\.$/, "summary: one sentence")
  })

  it("are what @rulescope/preset is made of; scripts/generate-preset.ts writes it", async () => {
    assert.deepStrictEqual(await presetBehind(), [])
  })

  it.each(plugins)("$folder has a README of at most 40 lines", ({ folder }) => {
    const path = join(root, folder, "README.md")
    assert.isTrue(existsSync(path), "README.md is missing")
    const lines = readFileSync(path, "utf8").trimEnd().split("\n")
    assert.strictEqual(lines[0], `# ${folder.split("/").at(-1)!}`)
    assert.isAtMost(lines.length, 40)
  })
})

import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { outOfSync } from "../scripts/sync-references.ts"
import { pluginAt, root, stages, workspaces } from "../scripts/workspaces.ts"

const published = workspaces().filter(({ manifest }) => manifest.private !== true)
const plugins = workspaces().flatMap(({ folder, manifest }) => {
  const plugin = pluginAt(folder)
  return plugin === undefined ? [] : [{ folder, manifest, ...plugin }]
})

interface PluginConstant {
  readonly id: string
  readonly version: number
  readonly summary: string
}

/** A plugin is told from the other exports of its package by what every plugin has. */
const isPlugin = (value: unknown): value is PluginConstant =>
  typeof value === "object" &&
  value !== null &&
  ["id", "version", "summary", "config", "layer"].every((k) => k in value)

describe("package.json", () => {
  it.each(published)("of $folder says what a registry needs", ({ folder, manifest }) => {
    assert.isAtLeast(manifest.description?.length ?? 0, 10, "description")
    assert.strictEqual(manifest.license, "MIT")
    assert.isDefined(manifest.publishConfig, "publishConfig")
    const entries = Object.entries(manifest.exports ?? {})
    if (manifest.bin === undefined) assert.property(manifest.exports ?? {}, ".")
    for (const [subpath, target] of entries) {
      assert.isTrue(existsSync(join(root, folder, target)), `${subpath} → ${target} does not exist`)
      const outside = manifest.publishConfig?.["exports"] as Readonly<Record<string, unknown>> | undefined
      assert.property(outside ?? {}, subpath, "publishConfig.exports: the same sub-paths, built")
    }
  })

  it("has one for every workspace folder, each with its own name", () => {
    const names = workspaces().map(({ manifest }) => manifest.name)
    assert.deepStrictEqual([...new Set(names)], names)
    for (const { folder, manifest } of published) {
      if (folder.startsWith("packages/")) assert.strictEqual(manifest.name, `@rulescope/${folder.split("/")[1]!}`)
    }
  })

  it("and the references of tsconfig.json say the same (scripts/sync-references.ts writes them)", () => {
    assert.deepStrictEqual(outOfSync(), [])
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

  it.each(plugins)("$folder exports one plugin, called $id", async ({ folder, id }) => {
    const exported = Object.values((await import(join(root, folder, "src/index.ts"))) as object).filter(isPlugin)
    assert.deepStrictEqual(
      exported.map((plugin) => plugin.id),
      [id]
    )
    assert.isAtLeast(exported[0]!.version, 1)
    assert.match(exported[0]!.summary, /^[A-Z].{10,}\.$/, "summary: one sentence")
  })

  it.each(plugins)("$folder has a README of at most 40 lines", ({ folder, manifest }) => {
    const path = join(root, folder, "README.md")
    assert.isTrue(existsSync(path), "README.md is missing")
    const text = readFileSync(path, "utf8")
    assert.isAtMost(text.trimEnd().split("\n").length, 40)
    assert.include(text.split("\n")[0]!, manifest.name)
  })
})

import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { choosePlugins } from "../src/plugins/choose.ts"
import { rulescope } from "./command.ts"

const root = fileURLToPath(new URL("../../..", import.meta.url))

/** A project outside the workspace, with what plugins stand on installed, and the example plugin in `mine`. */
const project = mkdtempSync(join(tmpdir(), "rulescope-plugins-"))
const install = (name: string, from: string) => {
  const target = join(project, "node_modules", name)
  mkdirSync(dirname(target), { recursive: true })
  symlinkSync(from, target)
}
install("@rulescope/automata", join(root, "packages/automata/subject"))
install("@rulescope/core", join(root, "packages/core"))
install("@rulescope/lattice", join(root, "packages/automata/lattice"))
install("effect", join(root, "packages/core/node_modules/effect"))

const write = (path: string, content: unknown): string => {
  const file = join(project, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content))
  return file
}

/** Sources stand in for what a published package has built. */
const packageOf = (folder: string, name: string) => {
  cpSync(join(root, "examples/plugin/src"), join(project, folder, "src"), { recursive: true })
  write(`${folder}/package.json`, {
    name,
    version: "1.2.0",
    type: "module",
    exports: { ".": { import: "./src/index.ts" } }
  })
}
packageOf("mine", "rulescope-inferrer-majority")
install("rulescope-inferrer-majority", join(project, "mine"))

const config = { rule: "B36/S23", width: 32, height: 32, generations: 8, soups: 3 }
const spec = { family: "life-like", generator: { id: "soup", config }, inferrer: { id: "majority" } }
const inProject = { cwd: project }

describe("plugins from outside", () => {
  it("a folder named on the command line: listed by stages, chosen in a run, and the kept spec finds it from anywhere", async () => {
    const { stdout } = await rulescope(["stages", "--json", "--plugin", "./mine"], inProject)
    const entry = (
      JSON.parse(stdout) as ReadonlyArray<{ id: string; stage: string; config: ReadonlyArray<object> }>
    ).find(({ id }) => id === "majority")
    assert.strictEqual(entry?.stage, "inferrer")
    assert.deepInclude(entry?.config[0], { name: "atLeast", default: 1 })

    const out = join(project, "kept")
    const flags = ["--plugin", "./mine", "--inferrer", "majority", "--no-cache"]
    const ran = await rulescope(
      ["run", write("bare.json", { ...spec, inferrer: {} }), ...flags, "--out", out],
      inProject
    )
    assert.strictEqual(ran.code, 0, ran.stderr)
    const kept = JSON.parse(readFileSync(join(out, "spec.json"), "utf8")) as { plugins: ReadonlyArray<string> }
    assert.deepStrictEqual(kept.plugins, [join(project, "mine")])
    const again = await rulescope(["run", join(out, "spec.json"), "--json", "--no-cache"], { cwd: tmpdir() })
    assert.strictEqual(again.code, 0, again.stderr)
    assert.deepInclude(JSON.parse(again.stdout).estimate, { rule: "B36/S23" })
    assert.strictEqual(JSON.parse(again.stdout).estimate.used.inferrer, "majority")
  })

  it("a package named in a spec is found from where the spec lies; so is a plugin's own file", async () => {
    for (const plugins of [["rulescope-inferrer-majority"], ["../mine/src/index.ts"]]) {
      const file = write("specs/named.json", { ...spec, plugins })
      const { code, stderr, stdout } = await rulescope(["run", file, "--json", "--no-cache"], { cwd: tmpdir() })
      assert.strictEqual(code, 0, stderr)
      assert.strictEqual(JSON.parse(stdout).estimate.used.inferrer, "majority")
    }
  })

  it("infer takes one too", async () => {
    const recording = join(project, "highlife.npy")
    await rulescope(["simulate", "B36/S23", "--out", recording, "--generations", "12"])
    const args = ["infer", recording, "--plugin", "rulescope-inferrer-majority", "--inferrer", "majority", "--json"]
    const { stderr, stdout } = await rulescope([...args, "--no-cache"], inProject)
    assert.strictEqual(JSON.parse(stdout).used.inferrer, "majority", stderr)
  })

  it("a study runs it on workers, and says in every row which package it was", async () => {
    const study = {
      name: "outside",
      base: { ...spec, inferrer: {}, plugins: ["../mine"] },
      axes: [{ path: "inferrer", values: ["threshold", "majority"] }],
      seeds: 2
    }
    const out = join(project, "study")
    const args = ["study", "run", write("studies/outside.json", study), "--out", out, "--workers", "2"]
    const ran = await rulescope(args, { cwd: tmpdir() })
    assert.strictEqual(ran.code, 0, ran.stderr)
    const { stdout } = await rulescope(["study", "export", out], { cwd: tmpdir() })
    const rows = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line))
    const made = rows.filter(({ inferrer, point }) => (point?.inferrer ?? inferrer) === "majority")
    assert.lengthOf(made, 2)
    assert.include(JSON.stringify(made[0]), "1 of rulescope-inferrer-majority 1.2.0")
    const status = await rulescope(["study", "status", out, "--json"], { cwd: tmpdir() })
    assert.deepInclude(JSON.parse(status.stdout), { runs: 4, done: 4, failed: 0 })
  })

  const broken: ReadonlyArray<readonly [string, string, RegExp]> = [
    ["is not there", "./gone", /no such file or package/],
    ["is not installed", "rulescope-gone", /no package of that name is installed .* \.\/rulescope-gone for a folder/],
    ["lacks what it imports", write("lacks.mjs", 'import "rulescope-lacking"\n'), /rulescope-lacking/],
    ["throws", write("throws.mjs", 'throw new Error("out of cheese")\n'), /out of cheese/],
    ["offers nothing", write("empty.mjs", "export const plugin = 1\n"), /exports no list "plugins"/],
    [
      "offers no plugin",
      write("wrong.mjs", 'export const plugins = [{ subject: "automata", place: "inferrer", plugin: {} }]\n'),
      /exports no list "plugins"/
    ],
    [
      "has an id that is taken",
      write(
        "mine/src/taken.ts",
        'import { offer } from "@rulescope/automata"\nimport { majority } from "./Majority.ts"\nexport const plugins = [offer.inferrer({ ...majority, id: "threshold" })]\n'
      ),
      /the inferrer "threshold" exists already/
    ],
    [
      "is offered for no place",
      write(
        "mine/src/place.ts",
        'import { offer } from "@rulescope/automata"\nimport { majority } from "./Majority.ts"\nexport const plugins = [{ ...offer.inferrer(majority), place: "reader" }]\n'
      ),
      /"majority" is offered as reader, which no spec of automata has; known: generator, /
    ]
  ]
  it.effect.each(broken)("one that %s is one sentence that names it", ([, name, message]) =>
    Effect.gen(function* () {
      const refused = yield* Effect.flip(choosePlugins([name], [], project))
      assert.strictEqual(refused._tag, "BadInput")
      assert.match(refused.message, message)
      assert.isTrue(refused.message.startsWith(`the plugin ${name} does not load: `), refused.message)
      assert.notInclude(refused.message, "\n")
    })
  )

  it("one that does not load ends the command that names it, and no other", async () => {
    const { code, stderr, stdout } = await rulescope(["stages", "--plugin", "./gone"], inProject)
    assert.deepStrictEqual([code, stdout], [2, ""])
    assert.match(stderr, /^rulescope: the plugin \.\/gone does not load: .*\n$/)
    assert.strictEqual((await rulescope(["stages"], inProject)).code, 0)
  })
})

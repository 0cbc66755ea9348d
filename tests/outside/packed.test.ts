import { assert, beforeAll, describe, it } from "@effect/vitest"
import { spawnSync } from "node:child_process"
import { cpSync, existsSync } from "node:fs"
import { join } from "node:path"
import { nodeRange } from "../../apps/cli/src/nodeRange.ts"
import { published } from "../../scripts/pack.ts"
import { root } from "../../scripts/workspaces.ts"
import { makeOutside, npmIsReachable, type Outside } from "./project.ts"

const filesIn = (tarball: string): ReadonlyArray<string> =>
  spawnSync("tar", ["tzf", tarball], { encoding: "utf8" })
    .stdout.trimEnd()
    .split("\n")
    .map((path) => path.replace(/^package\//, ""))

const targetsOf = (entry: unknown): ReadonlyArray<string> =>
  typeof entry === "string" ? [entry] : Object.values(entry as Readonly<Record<string, unknown>>).flatMap(targetsOf)

/** A Node of this machine that is older than what the packages ask for, if there is one. */
const oldNode = ["/usr/bin/node", "/usr/local/bin/node"].find((path) => {
  if (!existsSync(path)) return false
  const [, major, minor] = /^v(\d+)\.(\d+)/.exec(spawnSync(path, ["--version"], { encoding: "utf8" }).stdout) ?? []
  const [leastMajor, leastMinor] = nodeRange.slice(2).split(".").map(Number)
  return Number(major) < leastMajor! || (Number(major) === leastMajor && Number(minor) < leastMinor!)
})

describe.skipIf(!npmIsReachable())("packed and installed outside the workspace (needs npm)", () => {
  let outside: Outside
  beforeAll(async () => {
    outside = await makeOutside()
  }, 600_000)

  it.each(published())("the tarball of $folder has what its exports name, and no tests", ({ manifest }) => {
    const files = filesIn(outside.tarballs.get(manifest.name)!)
    assert.includeMembers([...files], ["package.json", "LICENSE"])
    assert.isEmpty(files.filter((path) => /tsbuildinfo|(^|\/)(test|node_modules)\/|\.test\./.test(path)))
    const entries = { ...manifest.publishConfig?.exports, ...manifest.bin }
    for (const target of targetsOf(entries)) assert.include(files, target.replace("./", ""))
  })

  it("the plugin of the example is listed, and chosen in runs by a spec and by flags", async () => {
    const plugin = ["--plugin", "rulescope-inferrer-majority"]
    const listed = JSON.parse((await outside.rulescope(["stages", "--json", ...plugin])).stdout)
    assert.include(
      listed.map(({ id, stage }: { id: string; stage: string }) => `${stage} ${id}`),
      "inferrer majority"
    )
    const ran = await outside.rulescope(["run", "mine/run.json", "--json", "--no-cache"])
    assert.strictEqual(ran.code, 0, ran.stderr)
    assert.deepInclude(JSON.parse(ran.stdout).estimate.used, { inferrer: "majority" })
    await outside.rulescope(["simulate", "B36/S23", "--out", "highlife.npy", "--generations", "16"])
    const read = await outside.rulescope(["infer", "highlife.npy", "--inferrer", "majority", "--json", ...plugin])
    assert.deepInclude(JSON.parse(read.stdout).used, { inferrer: "majority" }, read.stderr)
  })

  it("two workers run a study with it", async () => {
    const ended = await outside.rulescope(["study", "run", "mine/study.json", "--out", "kept", "--workers", "2"])
    assert.strictEqual(ended.code, 0, ended.stderr)
    const { stdout } = await outside.rulescope(["study", "status", "kept", "--json"])
    assert.deepInclude(JSON.parse(stdout), { runs: 8, done: 8, failed: 0 })
  })

  it("its folder is taken as well, in TypeScript and without a build", async () => {
    cpSync(join(root, "examples", "plugin", "src"), join(outside.folder, "draft"), { recursive: true })
    const { code, stderr, stdout } = await outside.rulescope(["stages", "--json", "--plugin", "./draft/index.ts"])
    assert.strictEqual(code, 0, stderr)
    assert.include(stdout, '"majority"')
  })

  it.skipIf(oldNode === undefined)("an old Node is told in one sentence which one is needed", async () => {
    const { code, stderr, stdout } = await outside.rulescope(["--version"], oldNode)
    assert.deepStrictEqual([code, stdout], [2, ""])
    assert.match(stderr, /^rulescope: this is Node \d+\.\d+\.\d+, and Node 22\.19 or newer is needed; .*\n$/)
  })
})

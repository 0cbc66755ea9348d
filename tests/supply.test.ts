import { assert, describe, it } from "@effect/vitest"
import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../scripts/workspaces.ts"

const lock = readFileSync(join(root, "pnpm-lock.yaml"), "utf8")
const workspace = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8")

/** What may be used and given on; MPL-2.0 binds the files that carry it, which are used as they are. */
const known = [
  "MIT",
  "ISC",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "MPL-2.0",
  "CC0-1.0",
  "BlueOak-1.0.0"
]

/** States its licence in a file only: that of Bitstream Vera, which lets fonts be used and given on. */
const stated = ["dejavu-fonts-ttf"]

describe("what is installed", () => {
  it("is held to its contents by the lock file, every package of it", () => {
    const resolutions = lock.match(/^ +resolution: .*$/gm) ?? []
    assert.isAbove(resolutions.length, 100)
    assert.deepStrictEqual(
      resolutions.filter((line) => !/\{integrity: sha512-[\w+/]+={0,2}(?:\}|, )/.test(line)),
      []
    )
  })

  it("runs no script of its own while it is installed", () => {
    const [, allowed = ""] = /^allowBuilds:\n((?: +.*\n)*)/m.exec(workspace) ?? []
    assert.deepStrictEqual(allowed.trim().split("\n"), ["webgpu: false"])
    assert.notMatch(workspace, /dangerouslyAllowAllBuilds|onlyBuiltDependencies/)
    assert.notMatch(readFileSync(join(root, ".npmrc"), "utf8"), /allow.*build/i)
  })

  it("has licences that let it be used and given on", () => {
    const listed = execFileSync("pnpm", ["-r", "licenses", "list", "--json"], {
      cwd: root,
      encoding: "utf8",
      shell: process.platform === "win32"
    })
    const packages = JSON.parse(listed) as Readonly<Record<string, ReadonlyArray<{ readonly name: string }>>>
    const others = Object.entries(packages).flatMap(([licence, all]) =>
      known.includes(licence)
        ? []
        : all.filter(({ name }) => !stated.includes(name)).map(({ name }) => `${name}: ${licence}`)
    )
    assert.isAbove(Object.values(packages).flat().length, 100)
    assert.deepStrictEqual(others, [])
  })
})

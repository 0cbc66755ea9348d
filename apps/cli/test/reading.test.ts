import { assert, describe, it } from "@effect/vitest"
import { Files } from "@rulescope/core"
import { Effect } from "effect"
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DiskFiles } from "@rulescope/library/node"
import { rulescope } from "./command.ts"

const scratch = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "rulescope-files-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
)

const read = (path: string) => Effect.flatMap(Files, (files) => files.read(path)).pipe(Effect.provide(DiskFiles.layer))

describe("files", () => {
  it.live("of a folder come in numeric order, those at the end of links as well; folders and hidden ones do not", () =>
    Effect.gen(function* () {
      const folder = yield* scratch
      mkdirSync(join(folder, "frames"))
      mkdirSync(join(folder, "frames", "inner"))
      for (const name of ["2.txt", "10.txt", ".hidden"]) writeFileSync(join(folder, "frames", name), name)
      writeFileSync(join(folder, "kept"), "linked")
      symlinkSync("../kept", join(folder, "frames", "1.txt"))
      symlinkSync("inner", join(folder, "frames", "3.txt"))
      const found = yield* read(join(folder, "frames"))
      assert.deepStrictEqual(
        found.map(({ bytes, name }) => [name, new TextDecoder().decode(bytes)]),
        [
          ["1.txt", "linked"],
          ["2.txt", "2.txt"],
          ["10.txt", "10.txt"]
        ]
      )
    }).pipe(Effect.scoped)
  )

  it("come through standard input as -", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rulescope-input-"))
    const path = join(folder, "world.txt")
    const made = await rulescope(["simulate", "B3/S23", "--density", "0.5", "--generations", "20", "--out", path])
    assert.strictEqual(made.code, 0, made.stderr)
    const args = ["--json", "--no-cache"]
    const [named, piped] = await Promise.all([
      rulescope(["infer", path, ...args]),
      rulescope(["infer", "-", ...args], { stdin: path })
    ])
    assert.strictEqual(JSON.parse(piped.stdout).rule, JSON.parse(named.stdout).rule, piped.stderr)
    rmSync(folder, { recursive: true })
  })
})

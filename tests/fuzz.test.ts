import { assert, describe, it } from "@effect/vitest"
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { root } from "../scripts/workspaces.ts"

/** Inputs of every reader: a minute in all on two cores. Longer ones are a command, `scripts/fuzz/fuzz.ts`. */
const inputs = 500

describe("mutated files", () => {
  it("are read, or refused in the reader's own way, in 2 s and 300 MB", () => {
    const script = join(root, "scripts/fuzz/fuzz.ts")
    const args = ["--expose-gc", script, "--seed", "1", "--inputs", String(inputs)]
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" })
    const lines = stdout.trim().split("\n")
    assert.deepStrictEqual(
      lines.filter((line) => !line.startsWith("ok ")),
      []
    )
    assert.isAtLeast(lines.length, 10)
    assert.strictEqual(status, 0)
  })
})

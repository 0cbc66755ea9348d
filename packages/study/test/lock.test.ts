import { assert, describe, it } from "@effect/vitest"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const contender = fileURLToPath(new URL("./contend.ts", import.meta.url))

describe("the lock of a study folder", () => {
  it("is held by one process at a time, however often it changes hands", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rulescope-lock-"))
    const inside = mkdtempSync(join(tmpdir(), "rulescope-inside-"))
    const said = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = spawn(process.execPath, [contender, folder, inside, "100"], {
          stdio: ["ignore", "pipe", "inherit"]
        })
        let text = ""
        child.stdout.setEncoding("utf8").on("data", (piece: string) => (text += piece))
        await once(child, "close")
        return JSON.parse(text) as { readonly held: number; readonly overlaps: number }
      })
    )
    assert.deepStrictEqual(
      said.map(({ held, overlaps }) => ({ held, overlaps })),
      said.map(() => ({ held: 100, overlaps: 0 }))
    )
    assert.deepStrictEqual(readdirSync(folder), [])
    rmSync(folder, { recursive: true })
    rmSync(inside, { recursive: true })
  })
})

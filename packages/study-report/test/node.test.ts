import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { studyReport } from "../src/index.ts"
import { writeReport } from "../src/node/index.ts"
import { written } from "./pages.ts"
import { rowsOf, studyOf } from "./rows.ts"

it("writes every file, and a PNG for every English figure", async () => {
  const study = studyOf({ axes: [{ path: "generator.config.noise", values: [0, 0.1] }], seeds: 5, metrics: ["wrong"] })
  const files = Effect.runSync(studyReport(study, rowsOf(study)))
  const folder = mkdtempSync(join(tmpdir(), "rulescope-report-"))
  try {
    await writeReport(folder, files)
    const found = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : []
    )
    assert.deepStrictEqual(new Set(found), new Set(written(files)))
    assert.strictEqual(readFileSync(join(folder, "figures/wrong-axes.png")).toString("latin1", 1, 4), "PNG")
  } finally {
    rmSync(folder, { recursive: true })
  }
})

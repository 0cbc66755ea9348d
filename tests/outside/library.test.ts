import { assert, beforeAll, describe, it } from "@effect/vitest"
import { explain, readRule } from "@rulescope/lattice"
import { recordSoup, twoStates } from "@rulescope/testkit"
import { spawnSync } from "node:child_process"
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { root } from "../../scripts/workspaces.ts"
import { codeBlocks, readText } from "../structure/markdown.ts"
import { linkPackages } from "./linked.ts"

/** Programs of the page, each with what it prints. */
const programs = (path: string) => {
  const fences = [...readText(path).matchAll(/^```(ts|python|text)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
    language: language!,
    text: text!
  }))
  return fences.flatMap(({ language, text }, at) =>
    language === "text"
      ? []
      : [
          {
            name: text.split("\n").find((line) => /infer|run/.test(line))!,
            language,
            text,
            prints: fences[at + 1]?.text
          }
        ]
  )
}

const folder = mkdtempSync(join(tmpdir(), "rulescope-library-"))
/** HighLife as lists of lists, shape [24][64][64]. */
const nested = () => {
  const rule = readRule(twoStates, "B36/S23")
  if (!rule.ok) throw new Error(explain(rule.error))
  const { cells, frames, height, width } = recordSoup(rule.value, "library.md", { frames: 24, height: 64, width: 64 })
  const rows = Array.from({ length: frames * height }, (_, row) => [...cells.subarray(row * width, (row + 1) * width)])
  return Array.from({ length: frames }, (_, t) => rows.slice(t * height, (t + 1) * height))
}

const hasNumPy = spawnSync("python3", ["-c", "import numpy"]).status === 0

beforeAll(() => {
  linkPackages(folder, ["library", "automata/subject", "core", "automata/lattice"], "examples/plugin")
  const main = join(root, "apps", "cli", "src", "main.ts")
  writeFileSync(join(folder, "rulescope"), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`)
  chmodSync(join(folder, "rulescope"), 0o755)
  const simulate = ["simulate", "B36/S23", "--density", "0.5", "--out", "highlife.npz"]
  const made = spawnSync(join(folder, "rulescope"), simulate, { cwd: folder, encoding: "utf8" })
  assert.strictEqual(made.status, 0, made.stderr)
  writeFileSync(join(folder, "frames.json"), JSON.stringify(nested()))
}, 60_000)

describe("docs/library.md", () => {
  for (const [at, { language, name, prints, text }] of programs("docs/library.md").entries()) {
    it.skipIf(language === "python" && !hasNumPy)(`${language} prints what it says: ${name}`, () => {
      const file = join(folder, `program-${at}.${language === "python" ? "py" : "ts"}`)
      writeFileSync(file, text)
      const { status, stderr, stdout } = spawnSync(language === "python" ? "python3" : process.execPath, [file], {
        cwd: folder,
        encoding: "utf8",
        env: {
          ...process.env,
          PATH: [folder, process.env["PATH"]].join(delimiter),
          RULESCOPE_CACHE: join(folder, "cache")
        }
      })
      assert.strictEqual(status, 0, stderr)
      assert.strictEqual(stdout, prints)
    })
  }

  it("in Chinese has the same programs", () => {
    assert.deepStrictEqual(codeBlocks(readText("docs/library.zh-CN.md")), codeBlocks(readText("docs/library.md")))
  })
})

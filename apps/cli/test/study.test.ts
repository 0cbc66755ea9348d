import { assert, describe, it } from "@effect/vitest"
import { fromLines, type StudyRow } from "@rulescope/study"
import { Effect } from "effect"
import { parquetReadObjects } from "hyparquet"
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { rulescope } from "./command.ts"

const folder = mkdtempSync(join(tmpdir(), "rulescope-study-"))
const soup = { rule: "B36/S23", width: 24, height: 24, generations: 6, soups: 3 }
const small = {
  name: "small",
  base: { family: "life-like", generator: { id: "soup", config: soup } },
  axes: [
    { path: "backbone", values: ["cnn", "p4"] },
    { path: "inferrer", values: ["threshold", "class-threshold", "likelihood"] },
    { path: "augmenters", label: "augmenters", values: [[], ["flip"], ["early-rounds"]] }
  ],
  seeds: 1
}

const fileOf = (name: string, changes: object = {}): string => {
  const path = join(folder, `${name}.json`)
  writeFileSync(path, JSON.stringify({ ...small, ...changes }))
  return path
}

const rowsOf = async (dir: string) => {
  const { stdout } = await rulescope(["study", "export", dir])
  return (await Effect.runPromise(fromLines(stdout))).rows
}

/** A table without what differs from one time to the next. */
const timeless = (rows: ReadonlyArray<StudyRow>) =>
  rows.map((row) => ({
    ...row,
    finished: "",
    metrics: Object.entries(row.metrics).filter(([name]) => !/^seconds|^memory/.test(name))
  }))

const models = (dir: string): number =>
  readdirSync(join(dir, "artefacts"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length

describe("study", () => {
  it("plans, runs on workers, trains as often as planned; killed it goes on and ends with the same table; it can be moved", async () => {
    const file = fileOf("small")
    const plan = JSON.parse((await rulescope(["study", "plan", file, "--json", "--no-estimate"])).stdout)
    assert.deepStrictEqual([plan.runs, plan.observe, plan.fit, plan.gather, plan.infer], [18, 1, 4, 6, 18])

    const whole = join(folder, "whole")
    const ended = await rulescope(["study", "run", file, "--out", whole, "--workers", "2"])
    assert.strictEqual(ended.code, 0, ended.stderr)
    assert.include(ended.stderr, "18 of 18 runs, 4 trained")
    // A network is trained once more where the frames of the proof show what it has never seen.
    assert.isAtLeast(models(whole), 4)
    assert.isAtMost(models(whole), 8)
    const rows = await rowsOf(whole)
    assert.isTrue(rows.every(({ status }) => status === "done"))

    const killed = join(folder, "killed")
    const stopped = await rulescope(["study", "run", file, "--out", killed, "--workers", "2"], {
      onStderr: (text, kill) => text.includes("of 18 runs") && kill("SIGKILL")
    })
    assert.isNull(stopped.code)
    const left = await rowsOf(killed)
    assert.isAtLeast(left.length, 1)
    assert.isBelow(left.length, 18)
    const moved = join(folder, "elsewhere")
    cpSync(killed, moved, { recursive: true })
    rmSync(killed, { recursive: true })
    const resumed = await rulescope(["study", "run", file, "--out", moved, "--workers", "2"])
    assert.strictEqual(resumed.code, 0, resumed.stderr)
    assert.include(resumed.stderr, `${left.length} are there already`)
    assert.deepStrictEqual(timeless(await rowsOf(moved)), timeless(rows))
    assert.strictEqual(models(moved), models(whole))
    assert.notInclude(readFileSync(join(moved, "study.sqlite"), "latin1"), folder)

    const parquet = join(folder, "rows.parquet")
    assert.strictEqual((await rulescope(["study", "export", moved, "--out", parquet])).code, 0)
    const { buffer } = new Uint8Array(readFileSync(parquet))
    const read = await parquetReadObjects({ file: buffer })
    assert.deepStrictEqual(
      read.map((row) => [Number(row["run"]), row["axis.backbone"], row["rule"], row["right"]]),
      rows.map(({ metrics, point, rule, run }) => [run, point["backbone"], rule, metrics["right"]])
    )

    const shown = await rulescope(["study", "show", moved, "3"])
    assert.include(shown.stdout, "inferrer class-threshold, augmenters none, seed 1")
    assert.include(shown.stdout, "Dead cells: are they born?")
    const report = await rulescope(["study", "report", moved])
    assert.strictEqual(report.code, 0, report.stderr)
    assert.include(report.stdout, join(moved, "report", "report.zh-CN.html"))
    assert.include(readFileSync(join(moved, "report", "report.html"), "utf8"), "18 of 18 planned runs done")
    assert.isTrue(existsSync(join(moved, "report", "figures", "ruleExact-axes.png")))
    const taken = await rulescope(["study", "report", moved, "--out", folder])
    assert.strictEqual(taken.code, 2)
    assert.include(taken.stderr, "is not empty and holds no report")
    const beyond = await rulescope(["study", "show", moved, "18"])
    assert.include(beyond.stderr, "has no run 18; its runs are 0 to 17")
    const status = await rulescope(["study", "status", moved])
    assert.include(status.stdout, "18 of 18")
  })

  it("interrupted it says how to go on", async () => {
    const file = fileOf("interrupted")
    const out = join(folder, "interrupted")
    const { code, stderr } = await rulescope(["study", "run", file, "--out", out, "--workers", "1"], {
      onStderr: (text, kill) => text.includes("of 18 runs") && !text.includes("stopped") && kill("SIGINT")
    })
    assert.strictEqual(code, 130, stderr)
    assert.include(stderr, `of 18 runs are kept; go on with rulescope study run ${file} --out ${out}`)
  })

  it.each([
    [{ axes: [{ path: "inferrer.config.bta", values: [1] }] }, 'did you mean "inferrer.config.beta"?'],
    [{ axes: [{ path: "backbone", values: ["cnn", "p5"] }] }, 'axis "backbone" at "p5"'],
    [{ seeds: 0 }, "the study does not fit"],
    [{ metrics: ["acuracy"] }, 'did you mean "accuracy"?']
  ])(
    "refuses %j before anything runs",
    async (changes, part) => {
      const file = fileOf("refused", changes)
      const out = join(folder, "refused")
      for (const args of [
        ["plan", file],
        ["run", file, "--out", out]
      ]) {
        const { code, stderr } = await rulescope(["study", ...args])
        assert.strictEqual(code, 2)
        assert.include(stderr, part)
      }
      assert.notInclude(readdirSync(folder), "refused")
    },
    30_000
  )

  it("refuses folders, runs and files that are not there, with a remedy", async () => {
    const message = async (...args: ReadonlyArray<string>) => {
      const { code, stderr } = await rulescope(["study", ...args])
      assert.strictEqual(code, 2)
      return stderr
    }
    assert.include(await message("status", join(folder, "nowhere")), "there is no such folder")
    assert.include(await message("run", join(folder, "nowhere.json")), "there is no such file")
    assert.include(await message("run", fileOf("small"), "--workers", "0"), "--workers is at least 1")
  })
})

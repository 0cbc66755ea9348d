import { assert, describe, it } from "@effect/vitest"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { rulescope } from "./command.ts"

const folder = mkdtempSync(join(tmpdir(), "rulescope-"))
const config = { rule: "B36/S23", width: 48, height: 48, generations: 16, soups: 5, density: 0.5 }
const specFile = (name: string, changes: object = {}): string => {
  const path = join(folder, `${name}.json`)
  writeFileSync(path, JSON.stringify({ generator: { id: "soup", config: { ...config, ...changes } } }))
  return path
}

/** Files of a kept run whose bytes the spec alone decides: those of its course tell what was computed and how long it took. */
const course = ["events.jsonl", "seconds.json", "training.csv", "training.svg"]
const decided = (run: string): ReadonlyArray<readonly [string, string]> =>
  readdirSync(run)
    .filter((name) => !course.includes(name))
    .sort()
    .map((name) => [name, readFileSync(join(run, name)).toString("base64")] as const)

describe("run", () => {
  it("keeps spec, events, model, evidence, estimate, verdict and figures; two runs give the same bytes; spec.json reproduces it", async () => {
    const spec = specFile("same")
    const outs = ["a", "b", "c"].map((name) => join(folder, name))
    for (const out of outs.slice(0, 2)) {
      const { code, stderr } = await rulescope(["run", spec, "--out", out, "--no-cache"])
      assert.strictEqual(code, 0, stderr)
    }
    await rulescope(["run", join(outs[0]!, "spec.json"), "--out", outs[2]!, "--no-cache"])
    const first = decided(outs[0]!)
    assert.deepStrictEqual(
      first.map(([name]) => name),
      [
        "classes.svg",
        "counters.png",
        "counters.svg",
        "estimate.json",
        "evidence.json",
        "families.svg",
        "model.safetensors",
        "result.json",
        "spec.json",
        "verdict.json"
      ]
    )
    assert.deepStrictEqual(decided(outs[1]!), first)
    assert.deepStrictEqual(decided(outs[2]!), first)
    assert.strictEqual(JSON.parse(readFileSync(join(outs[0]!, "estimate.json"), "utf8")).rule, "B36/S23")
    const events = readFileSync(join(outs[0]!, "events.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line))
    assert.strictEqual(events[0]._tag, "RunStarted")
    assert.strictEqual(events.at(-1)._tag, "RunFinished")
  })

  it("--json prints one document and nothing else on stdout; flags change the spec", async () => {
    const begun = performance.now()
    const { code, stdout } = await rulescope([
      "run",
      specFile("json"),
      "--json",
      "--no-cache",
      "--seed",
      "9",
      "--set",
      "inferrer.config.beta=3",
      "--family",
      "life-like"
    ])
    const document = JSON.parse(stdout)
    assert.strictEqual(code, 0)
    assert.deepInclude(document.spec, { seed: 9, family: "life-like" })
    assert.strictEqual(document.spec.inferrer.config.beta, 3)
    assert.strictEqual(document.estimate.rule, "B36/S23")
    const { total, ...parts } = document.seconds
    assert.isAbove(parts.start, 0)
    assert.isAtLeast(
      total,
      Object.values<number>(parts).reduce((sum, part) => sum + part, 0)
    )
    assert.isAtMost(total, (performance.now() - begun) / 1000)
  })

  it("a killed run loses nothing that was finished", async () => {
    const spec = specFile("killed", { width: 512, height: 512, generations: 60, soups: 3 })
    const cache = join(folder, "cache")
    const killed = await rulescope(["run", spec, "--cache", cache], {
      onStderr: (text, kill) => {
        if (text.includes("infer ")) kill("SIGKILL")
      }
    })
    assert.notStrictEqual(killed.code, 0)
    const again = await rulescope(["run", spec, "--cache", cache, "--out", join(folder, "again")])
    assert.include(again.stderr, "fit       reused from the cache")
    await rulescope(["run", spec, "--no-cache", "--out", join(folder, "never-killed")])
    assert.deepStrictEqual(decided(join(folder, "again")), decided(join(folder, "never-killed")))
  })

  it("Ctrl-C ends a run with exit code 130 and no word of a defect", async () => {
    let asked = false
    const spec = specFile("interrupted", { width: 512, height: 512, generations: 60, soups: 3 })
    const { code, stderr } = await rulescope(["run", spec, "--no-cache"], {
      // Once: a second Ctrl-C ends the process on the spot.
      onStderr: (text, kill) => {
        if (!asked && text.includes("data ")) {
          asked = true
          kill("SIGINT")
        }
      }
    })
    assert.strictEqual(code, 130, stderr)
    assert.notInclude(stderr, "defect")
  })

  it("a folder with another run is left as it is", async () => {
    const out = join(folder, "other")
    mkdirSync(out)
    writeFileSync(join(out, "spec.json"), "{}")
    const { code, stderr } = await rulescope(["run", specFile("fine"), "--out", out])
    assert.strictEqual(code, 2)
    assert.include(stderr, "holds a run of another spec")
    assert.deepStrictEqual(readdirSync(out), ["spec.json"])
  })
})

describe("predict", () => {
  it("applies a kept model: all cells of other soups of its rule, and the frames it writes are the recorded ones", async () => {
    const out = join(folder, "model")
    await rulescope(["run", specFile("model"), "--out", out])
    const other = join(folder, "other.npz")
    await rulescope(["simulate", "B36/S23", "--generations", "9", "--seed", "99", "--out", other])
    const frames = join(folder, "predicted.npy")
    const model = join(out, "model.safetensors")
    const { code, stderr, stdout } = await rulescope(["predict", model, other, "--json", "--out", frames])
    assert.strictEqual(code, 0, stderr)
    assert.deepInclude(JSON.parse(stdout), { accuracy: 1, cells: 9 * 64 * 64, boundary: "torus" })
    const recorded = join(folder, "recorded.npy")
    await rulescope(["simulate", "B36/S23", "--generations", "9", "--seed", "99", "--out", recorded])
    // The first predicted frame is unobserved, so these are 16-bit floating-point numbers: 0 and 1 are 0x0000 and 0x3c00.
    const bytes = readFileSync(frames).subarray(-2 * 9 * 64 * 64)
    const predicted = Array.from({ length: 9 * 64 * 64 }, (_, i) => bytes.readUInt16LE(2 * i))
    const seen = Array.from(readFileSync(recorded).subarray(-9 * 64 * 64), (cell) => (cell === 1 ? 0x3c00 : 0))
    assert.deepStrictEqual(predicted, seen)
    const foreign = await rulescope(["predict", other, other])
    assert.strictEqual(foreign.code, 2)
    assert.include(foreign.stderr, "is not a model of rulescope")
  })
})

describe("suggest", () => {
  it("proposes a start that shows what a run left open", async () => {
    const out = join(folder, "open")
    // Nearly empty soups of Life: B7, B8, S7 and S8 do not occur.
    await rulescope(["run", specFile("open", { rule: "B3/S23", density: 0.05 }), "--family", "life-like", "--out", out])
    const open = (
      JSON.parse(readFileSync(join(out, "estimate.json"), "utf8")).classes as ReadonlyArray<{
        class: string
        label: number | null
      }>
    )
      .filter((c) => c.label === null)
      .map((c) => c.class)
    assert.include(open, "B8")
    const start = join(folder, "start.rle")
    const next = join(folder, "suggested.json")
    const { code, stdout } = await rulescope(["suggest", out, "--json", "--out", start, "--spec", next])
    assert.strictEqual(code, 0)
    const document = JSON.parse(stdout) as {
      open: ReadonlyArray<string>
      density: number
      start: ReadonlyArray<string>
    }
    assert.deepStrictEqual(document.open, open)
    assert.isAbove(document.density, 0.5)
    // What it proposes is a run, and the run shows what was missing.
    const again = join(folder, "suggested")
    assert.strictEqual((await rulescope(["run", next, "--out", again])).code, 0)
    const closed = JSON.parse(readFileSync(join(again, "estimate.json"), "utf8")).classes as ReadonlyArray<{
      class: string
      label: number | null
    }>
    for (const name of open) assert.isNotNull(closed.find((c) => c.class === name)!.label, name)
    assert.include(readFileSync(start, "utf8"), `x = ${document.start[0]!.length}, y = ${document.start.length}`)
  })
})

describe("simulate", () => {
  it("writes what infer reads back as the same rule", async () => {
    for (const [rule, name] of [
      ["B36/S23", "w.npz"],
      ["B2-a/S12", "w.rle"],
      ["W110", "w.npy"],
      ["B3/S23", "w.txt"]
    ] as const) {
      const path = join(folder, name)
      const made = await rulescope([
        "simulate",
        rule,
        "--width",
        "80",
        "--generations",
        "30",
        "--density",
        "0.5",
        "--out",
        path
      ])
      assert.strictEqual(made.code, 0, made.stderr)
      const { stdout } = await rulescope(["infer", path, "--json", "--no-cache"])
      const { range, verdict } = JSON.parse(stdout)
      assert.strictEqual(verdict.status, "confirmed", rule)
      if (range.min === range.max) assert.strictEqual(range.min, rule)
    }
  })

  it("draws the last generation, and never overwrites a file unasked", async () => {
    const drawn = await rulescope(["simulate", "B3/S23", "--width", "20", "--height", "10"])
    assert.include(drawn.stdout, "B3/S23, generation 64:")
    const path = join(folder, "kept.npz")
    writeFileSync(path, "mine")
    const { code, stderr } = await rulescope(["simulate", "B3/S23", "--out", path])
    assert.strictEqual(code, 2)
    assert.include(stderr, "--force")
    assert.strictEqual(readFileSync(path, "utf8"), "mine")
  })
})

describe("stages and doctor", () => {
  it("stages lists every plugin with every field, its default and its meaning", async () => {
    const { stdout } = await rulescope(["stages", "--json"])
    const plugins = JSON.parse(stdout) as ReadonlyArray<{
      id: string
      config: ReadonlyArray<{ name: string; type: string; description: string }>
    }>
    for (const id of ["soup", "recording", "cnn", "threshold", "replay"])
      assert.include(
        plugins.map((p) => p.id),
        id
      )
    for (const { config, id } of plugins)
      for (const field of config) assert.isAbove(field.description.length, 3, `${id}.${field.name}`)
    const text = (await rulescope(["stages"])).stdout
    for (const { config } of plugins) for (const field of config) assert.include(text, field.name)
  })

  it("doctor tells of each backend whether it works, and why not", async () => {
    const { code, stdout } = await rulescope(["doctor", "--json"])
    assert.strictEqual(code, 0)
    const { backends } = JSON.parse(stdout) as {
      backends: ReadonlyArray<{ backend: string; works: boolean; reason: string | null; remedy: string | null }>
    }
    assert.isTrue(backends.find((b) => b.backend === "wasm")!.works)
    for (const { reason, remedy, works } of backends) {
      if (!works) assert.isAbove(reason!.length + remedy!.length, 20)
    }
  })
})

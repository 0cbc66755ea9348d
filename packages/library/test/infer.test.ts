import { assert, describe, it } from "@effect/vitest"
import { readRule, simulate } from "@rulescope/lattice"
import { families } from "@rulescope/preset"
import { makeRandom } from "@rulescope/random"
import { infer, run } from "../src/index.ts"

const size = 64
const frames = 16
const read = readRule(families, "B36/S23")
if (!read.ok) throw new Error("B36/S23")
const random = makeRandom("library")
const first = Uint8Array.from({ length: size * size }, () => (random.uniform() < 0.5 ? 1 : 0))
const cells = simulate(read.value, first, { width: size, height: size, boundary: "torus" }, frames - 1)
const nested = Array.from({ length: frames }, (_, t) =>
  Array.from({ length: size }, (_, y) => [...cells.subarray((t * size + y) * size, (t * size + y + 1) * size)])
)
const small = { family: "life-like", backend: "wasm" } as const

describe("infer", () => {
  it("finds the rule of lists of lists, and says the same of one list with its shape", async () => {
    const said: Array<string> = []
    const { estimate, verdicts } = await infer(nested, { ...small, onEvent: ({ _tag }) => said.push(_tag) })
    assert.deepStrictEqual([estimate.rule, verdicts.heldOut.status], ["B36/S23", "confirmed"])
    assert.deepStrictEqual([said[0], said.at(-1)], ["RunStarted", "RunFinished"])
    const flat = await infer({ cells, shape: [frames, size, size] }, small)
    assert.deepStrictEqual(flat.estimate, estimate)
  })

  it("takes 255 and NaN for cells that were not observed", async () => {
    const hidden = nested.map((frame, t) =>
      frame.map((row, y) => row.map((cell, x) => ((t + y + x) % 9 === 0 ? NaN : cell)))
    )
    const { census, estimate } = await infer(hidden, small)
    assert.isBelow(census.cells, (frames - 1) * size * size)
    for (const { class: name, label } of estimate.classes) {
      if (label !== null) assert.strictEqual(label === 1, ["B3", "B6", "S2", "S3"].includes(name), name)
    }
  })

  it("reads a world of one dimension from lists of cells", async () => {
    const rule = readRule(families, "W110")
    if (!rule.ok) throw new Error("W110")
    const width = 200
    const line = simulate(
      rule.value,
      Uint8Array.from({ length: width }, () => (random.uniform() < 0.5 ? 1 : 0)),
      { width, height: 1, boundary: "torus" },
      40
    )
    const rows = Array.from({ length: 41 }, (_, t) => [...line.subarray(t * width, (t + 1) * width)])
    assert.strictEqual((await infer(rows, { backend: "wasm" })).estimate.rule, "W110")
  })

  const wrong: ReadonlyArray<readonly [string, ReadonlyArray<unknown>, RegExp]> = [
    ["rows of several lengths", [[[0, 1], [1]]], /row 1 has 1 entries, and row 0 has 2/],
    ["frames of several lengths", [[[0], [1]], [[0]]], /frame 1 has 1 entries/],
    ["no frames", [], /there is no frame/],
    ["half a state", [[[0, 0.5]]], /cell 1 is 0.5/]
  ]
  it.each(wrong)("refuses %s, and says which", async (_, given, message) => {
    const refused = await infer(given as never).then(
      () => "",
      (error: Error) => error.message
    )
    assert.match(refused, message)
  })

  it("a signal ends it early", async () => {
    const stop = new AbortController()
    const whole = infer(nested, { ...small, signal: stop.signal, onEvent: () => stop.abort() })
    assert.isFalse(
      await whole.then(
        () => true,
        () => false
      )
    )
  })
})

describe("run", () => {
  it("runs a spec, and tells what is wrong with one", async () => {
    const config = { rule: "B3/S23", width: 24, height: 24, generations: 8, soups: 3 }
    const { truth } = await run({ family: "life-like", generator: { id: "soup", config } }, { backend: "wasm" })
    assert.strictEqual(truth, "B3/S23")
    const message = await run({ generator: { id: "recording", config: { path: "a.npy" } } }).then(String, String)
    assert.match(message, /a\.npy: there are no files here; give frames/)
  })
})

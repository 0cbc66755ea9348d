import type { Recording } from "@rulescope/lattice"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { writeNpy, writeNpz, writeRle, writeRleFiles, writeText } from "../src/index.ts"
import { parse } from "./support/parse.ts"
import { anyRecording, evolved, occurring } from "./support/recordings.ts"

const property = (check: (recording: Recording) => void) =>
  fc.assert(fc.property(anyRecording, check), { numRuns: 150, seed: 7 })

const files = (recording: Recording): Record<string, Uint8Array> =>
  Object.fromEntries(writeRleFiles(recording).map(({ bytes, name }) => [name, bytes]))

describe("what is written is read back", () => {
  it("npy and npz keep the cells, unobserved ones too", () =>
    property((recording) => {
      const expected = { ...recording, boundary: "auto" as const, rule: null, states: occurring(recording) }
      assert.deepStrictEqual(parse({ "a.npy": writeNpy(recording) }), { ...expected, source: "a.npy" })
      assert.deepStrictEqual(parse({ "a.npz": writeNpz(recording) }), { ...expected, source: "a.npz" })
    }))

  it("text keeps everything", () =>
    property((recording) => {
      assert.deepStrictEqual(parse({ "a.txt": writeText(recording) }), { ...recording, source: "a.txt" })
    }))

  it("RLE keeps the cells, the rule, and the boundary where there is a rule to write it behind", () =>
    property((recording) => {
      const lost = recording.rule === null || recording.boundary === "unknown"
      const boundary = lost ? ("auto" as const) : recording.boundary
      const expected = { ...recording, boundary, states: occurring(recording) }
      assert.deepStrictEqual(parse({ "a.rle": writeRle(recording) }), { ...expected, source: "a.rle" })
      if (recording.frames > 1) {
        assert.deepStrictEqual(parse(files(recording)), { ...expected, source: "folder" })
      }
    }))

  it("RLE files of more than a thousand generations keep their order", () => {
    const recording = evolved("B3/S23", "torus", { width: 5, height: 5, frames: 1002 })
    const written = writeRleFiles(recording)
    assert.strictEqual(written[7]!.name, "0007.rle")
    assert.deepStrictEqual(parse(files(recording)).cells, recording.cells)
  })

  it("lines of RLE stay within 70 characters", () => {
    const text = new TextDecoder().decode(writeRle(evolved("B3/S23", "torus", { width: 200, height: 50, frames: 2 })))
    const lengths = text.split("\n").map((line) => line.length)
    assert.isAtMost(Math.max(...lengths), 70)
    assert.isAtLeast(Math.max(...lengths), 65)
  })

  it("the same recording gives the same bytes", () => {
    const recording = evolved("B3/S23", "torus", { width: 20, height: 20, frames: 3 })
    assert.deepStrictEqual(writeNpz(recording), writeNpz({ ...recording, cells: recording.cells.slice() }))
  })
})

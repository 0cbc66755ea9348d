import { frameOf, type Recording, unobserved } from "@rulescope/lattice"
import { assert, describe, it } from "@effect/vitest"
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { writeRle, writeRleFiles } from "../src/index.ts"
import { parse, refusal } from "./support/parse.ts"
import { evolved, noisy } from "./support/recordings.ts"

const shape = { width: 20, height: 17, frames: 6 }

/** 512 outcomes: pattern 0 comes to life, pattern 511 dies; and one in which it survives. */
const withoutS8 = "MAPgRYXfhZofugWaH7oaIDogBZofuhogOiAaIDogIAAgAAWaH7oaIDogGiA6ICAAIAAaIDogIAAgACAAIAAAAAAAA"
const withS8 = `${withoutS8.slice(0, -1)}Q`

const rules = ["B03/S23", "B0145/S01238", "B02-a/S13", "B0123478/S01234678", withoutS8, withS8]

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** The written file as a program other than Golly would have it: no mark, states as they are. */
const unmarked = (recording: Recording): string => {
  const plain = text(writeRle({ ...recording, rule: "B3/S23" }))
  return plain.replaceAll(/^#CXRLE.*\n/gm, "").replaceAll("B3/S23", recording.rule!)
}

const complemented = (recording: Recording, generations: (t: number) => boolean): Recording => {
  const size = recording.width * recording.height
  const flip = (cell: number, i: number) => (cell !== unobserved && generations(Math.floor(i / size)) ? 1 - cell : cell)
  return { ...recording, cells: recording.cells.map(flip) }
}

describe("rules with B0", () => {
  for (const rule of rules) {
    const name = rule.slice(0, 24)
    const recording = evolved(rule, "torus", shape)

    it(`${name}: Golly's complement is undone`, () => {
      assert.notDeepEqual(unmarked(recording), text(writeRle(recording)).replaceAll(/^#CXRLE.*\n/gm, ""))
      const { boundary, cells, rule: kept } = parse({ "a.rle": writeRle(recording) })
      assert.deepStrictEqual(cells, recording.cells)
      assert.strictEqual(boundary, "torus")
      assert.isNotNull(kept)
    })

    it(`${name}: states written as they are stay so`, () => {
      assert.deepStrictEqual(parse({ "a.rle": unmarked(recording) }).cells, recording.cells)
    })

    it(`${name}: neither is mistaken under 10 % of noise`, () => {
      const recorded = noisy(recording, 0.1)
      assert.deepStrictEqual(parse({ "a.rle": writeRle(recorded) }).cells, recorded.cells)
      assert.deepStrictEqual(parse({ "a.rle": unmarked(recorded) }).cells, recorded.cells)
    })

    it(`${name}: a single generation is read as its mark tells`, () => {
      const first = { ...recording, frames: 1, cells: frameOf(recording, 0) }
      assert.deepStrictEqual(parse({ "a.rle": writeRle(first) }).cells, first.cells)
      assert.deepStrictEqual(parse({ "a.rle": unmarked(first) }).cells, first.cells)
    })
  }

  it("generations numbered one off, as bgolly names its files, are read alike", () => {
    const recording = evolved("B03/S23", "torus", shape)
    const stored = complemented(recording, (t) => t % 2 === 1)
    const files = unmarked(stored).split(/(?<=!\n)/)
    const later = Object.fromEntries(files.slice(1).map((file, t) => [`out-${t}.rle`, file]))
    assert.deepStrictEqual(parse(later).cells, recording.cells.subarray(20 * 17))
  })

  it("a plane that Golly stores complemented has no dead surroundings, one stored as it is has", () => {
    const recording = evolved("B03/S23", "dead", shape)
    const second = { ...recording, frames: 1, cells: recording.cells.subarray(20 * 17, 2 * 20 * 17) }
    const alone = text(writeRle(second)).replace("Gen=0", "Gen=1")
    assert.deepStrictEqual(parse({ "a.rle": alone }).cells, second.cells)
    const asItIs = parse({ "a.rle": writeRle(recording) })
    assert.deepStrictEqual(asItIs.cells, recording.cells)
    assert.strictEqual(asItIs.boundary, "dead")
    const stored = parse({ "a.rle": writeRle(complemented(recording, (t) => t % 2 === 1)) })
    assert.deepStrictEqual(stored.cells, recording.cells)
    assert.strictEqual(stored.boundary, "unknown")
  })

  it("one that no family reads is refused, without B0 it is read", () => {
    const hexagonal = (rule: string) => `x = 2, y = 2, rule = ${rule}:T2,2\n2o!\n$2o!\n`
    for (const rule of ["B02/S34H", "34/02H", "B01/S4V", `MAPg${"A".repeat(21)}`]) {
      assert.include(refusal({ "a.rle": hexagonal(rule) }), `rule ${rule} has B0`)
    }
    for (const rule of ["B2/S34H", "34/2H", "B2/S0V", `MAPA${"A".repeat(21)}`, "345/2/4"]) {
      assert.strictEqual(parse({ "a.rle": hexagonal(rule) }).frames, 2)
    }
  })
})

/** Rows of live cells of a file, cut to the smallest box, whatever its position and rule. */
const cropped = (file: string): string => {
  const { cells, height, width } = parse({ "a.rle": file.replaceAll(/^#.*\n/gm, "").replaceAll(/, rule.*/g, "") })
  const rows = Array.from({ length: height }, (_, y) => [...cells.subarray(y * width, (y + 1) * width)].join(""))
  const live = rows.filter((row) => row.includes("1"))
  const left = Math.min(...live.map((row) => row.indexOf("1")))
  const right = Math.max(...live.map((row) => row.lastIndexOf("1")))
  const top = rows.findIndex((row) => row.includes("1"))
  const bottom = rows.findLastIndex((row) => row.includes("1"))
  return rows
    .slice(top, bottom + 1)
    .map((row) => row.slice(left, right + 1))
    .join("\n")
}

const hasBgolly = spawnSync("bgolly", ["--help"]).error === undefined

describe.skipIf(!hasBgolly)("files for Golly (skipped where bgolly is not installed)", () => {
  for (const rule of ["B3/S23", "B36/S23", ...rules]) {
    it(`bgolly evolves each written generation of ${rule.slice(0, 24)} into the next`, () => {
      const folder = mkdtempSync(join(tmpdir(), "rulescope-"))
      try {
        const files = writeRleFiles(evolved(rule, "torus", { width: 20, height: 17, frames: 4 }))
        for (let t = 0; t < 3; t++) {
          writeFileSync(join(folder, "in.rle"), files[t]!.bytes)
          const args = ["-q", "-q", "-a", "QuickLife", "-m", `${t + 1}`, "-i", "1", "-o", "out.rle", "in.rle"]
          spawnSync("bgolly", args, { cwd: folder })
          assert.strictEqual(cropped(readFileSync(join(folder, "out.rle"), "utf8")), cropped(text(files[t + 1]!.bytes)))
        }
      } finally {
        rmSync(folder, { recursive: true })
      }
    })
  }
})

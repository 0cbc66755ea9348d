import { unobserved } from "@rulescope/lattice"
import { FileError } from "@rulescope/core"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import * as fc from "fast-check"
import { gzipSync } from "fflate"
import { parseRecordings, writeNpy, writeNpz, writeRle, writeText } from "../src/index.ts"
import { npyFile } from "./support/npyFile.ts"
import { evolved } from "./support/recordings.ts"

const soup = evolved("B03/S23", "torus", { width: 12, height: 9, frames: 4 })
const masked = { ...soup, cells: soup.cells.map((cell, i) => (i % 7 === 0 ? unobserved : cell)) }

const whole: Readonly<Record<string, Uint8Array>> = {
  "a.npy": writeNpy(soup),
  "f.npy": npyFile("<f8", [2, 2, 3], [0, 1, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0]),
  "a.npz": writeNpz(masked),
  "a.rle": writeRle(soup),
  "m.rle": writeRle(masked),
  "a.txt": writeText(masked),
  "a.csv": new TextEncoder().encode("0,1,12\n1,-1,0\n\n1.0,nan,0\n0,0,1\n"),
  "a.cells": new TextEncoder().encode("!Name\n.O.\nOO.\n...\n"),
  "a.rle.gz": gzipSync(writeRle(soup), { mtime: 0 })
}

/** A cut, then up to four bytes changed, then perhaps a stretch doubled or left out. */
const damage = fc.record({
  keep: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  flips: fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.integer({ min: 0, max: 255 })),
    {
      maxLength: 4
    }
  ),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  splice: fc.constantFrom(false, false, true)
})

const damaged = (
  bytes: Uint8Array,
  { flips, from, keep, splice, to }: typeof damage extends fc.Arbitrary<infer D> ? D : never
) => {
  const cut = bytes.slice(0, Math.ceil(keep * bytes.length))
  for (const [at, byte] of flips) if (cut.length > 0) cut[Math.floor(at * cut.length)] = byte
  if (!splice) return cut
  const [a, b] = [Math.floor(from * cut.length), Math.floor(to * cut.length)]
  return new Uint8Array([...cut.subarray(0, a), ...cut.subarray(b)])
}

describe("damaged files are refused, or read as what they then say, and never crash", () => {
  for (const [name, bytes] of Object.entries(whole)) {
    it(`${name}, cut, changed and spliced`, () =>
      fc.assert(
        fc.property(damage, (how) => {
          const files = [{ name, bytes: damaged(bytes, how) }]
          const read = Effect.runSync(Effect.result(parseRecordings(files, name)))
          if (Result.isFailure(read)) {
            assert.instanceOf(read.failure, FileError)
            return
          }
          for (const { cells, frames, height, states, width } of read.success) {
            assert.strictEqual(cells.length, width * height * frames)
            assert.isTrue(cells.length > 0 && cells.every((cell) => cell < states || cell === unobserved))
          }
        }),
        { numRuns: 400, seed: 11 }
      ))
  }
})

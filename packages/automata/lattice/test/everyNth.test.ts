import { expect, it } from "vitest"
import { everyNth, frameOf, type Recording } from "../src/index.ts"

const recording = (frames: number, stride?: number): Recording => ({
  source: "counted",
  width: 3,
  height: 2,
  frames,
  states: 200,
  cells: Uint8Array.from({ length: 6 * frames }, (_, i) => i),
  boundary: "dead",
  rule: null,
  ...(stride === undefined ? {} : { stride })
})

it("takes every nth frame from the first on, and says how far they are apart", () => {
  for (const n of [1, 2, 3, 4, 7, 9]) {
    for (const frames of [1, 2, 7, 8]) {
      const whole = recording(frames)
      const taken = everyNth(whole, n)
      expect(taken.frames).toBe(Math.ceil(frames / n))
      expect(taken.cells.length).toBe(6 * taken.frames)
      expect(taken.stride).toBe(n)
      for (let t = 0; t < taken.frames; t++) expect(frameOf(taken, t)).toEqual(frameOf(whole, t * n))
    }
  }
  expect(everyNth(recording(9, 2), 3).stride).toBe(6)
})

import fc from "fast-check"
import type { Boundary, Recording } from "../src/index.ts"

/** A generator of its own for test data (mulberry32), so that `makeRandom` does not test itself. */
export const noise = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Widths at which words end, and others up to 70. */
export const anyWidth = fc.oneof(fc.constantFrom(1, 2, 3, 31, 32, 33, 63, 64, 65, 70), fc.integer({ min: 1, max: 70 }))

export const anyHeight = fc.oneof(fc.constantFrom(1, 2, 3), fc.integer({ min: 1, max: 40 }))

export const anyBoundary = fc.constantFrom<Boundary>("torus", "dead", "unknown")

const density = fc.constantFrom(0, 0.02, 0.1, 0.5, 0.9, 1)

export const labelsOf = (classes: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: classes, maxLength: classes, max: 1 })

/** Random cells, shape length; each state above 0 with probability density / (states - 1); `hidden` of them 255. */
export const soup = (length: number, states: number, live: number, hidden: number, seed: number): Uint8Array => {
  const random = noise(seed)
  return Uint8Array.from({ length }, () => {
    const state = random() < live ? 1 + Math.floor(random() * (states - 1)) : 0
    return random() < hidden ? 255 : state
  })
}

export interface Shape {
  readonly width: number
  readonly height: number
  readonly cells: Uint8Array
}

/** A two-state world; with `masked`, some of its cells may be unobserved. */
export const anyWorld = (masked: boolean): fc.Arbitrary<Shape> =>
  fc
    .tuple(anyWidth, anyHeight, density, masked ? fc.constantFrom(0, 0.01, 0.2) : fc.constant(0), fc.integer())
    .map(([width, height, live, hidden, seed]) => ({
      width,
      height,
      cells: soup(width * height, 2, live, hidden, seed)
    }))

export const recordingOf = (cells: Uint8Array, width: number, height: number, states = 2): Recording => ({
  source: "test",
  width,
  height,
  frames: cells.length / (width * height),
  states,
  cells,
  boundary: "auto",
  rule: null
})

/** Frames that have nothing to do with each other: every pattern with every outcome. */
export const anyRecording = (states: number, maxFrames = 4): fc.Arbitrary<Recording> =>
  fc
    .tuple(
      anyWidth,
      anyHeight,
      fc.integer({ min: 2, max: maxFrames }),
      density,
      fc.constantFrom(0, 0, 0.01, 0.2),
      fc.integer()
    )
    .map(([width, height, frames, live, hidden, seed]) =>
      recordingOf(soup(width * height * frames, states, live, hidden, seed), width, height, states)
    )

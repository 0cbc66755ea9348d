import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  bitSlicedStep,
  type Boundary,
  cellStep,
  elementary,
  isotropic,
  lifeLike,
  makePacked,
  map,
  packedStep,
  packInto,
  type Rule,
  ruleTable,
  simulate,
  undetermined,
  unobserved,
  unpackInto
} from "../src/index.ts"
import { tableStep } from "../src/simulate/table.ts"
import { windowedStep } from "../src/simulate/windowed.ts"
import { bruteStep, type Local, nine } from "./brute.ts"
import { anyBoundary, anyWorld, labelsOf, type Shape, soup } from "./worlds.ts"

const closed = fc.constantFrom<"torus" | "dead">("torus", "dead")

/** Life-like rules spelt out from their labels. */
const lifeLikeLocal =
  (labels: Uint8Array): Local =>
  (cells) => {
    const neighbours = cells.filter((_, i) => i !== 4).reduce((sum, cell) => sum + cell, 0)
    return cells[4] === 1 ? labels[9 + neighbours]! : labels[neighbours]!
  }

const mapLocal =
  (labels: Uint8Array): Local =>
  (cells) =>
    labels[Number.parseInt(cells.join(""), 2)]!

const packed = (step: ReturnType<typeof bitSlicedStep>, { cells, height, width }: Shape): Uint8Array => {
  const source = makePacked(width, height)
  const target = makePacked(width, height)
  // What a used world holds must not show through.
  target.words.fill(-1)
  packInto(source, cells, 1)
  step(source, target)
  const out = new Uint8Array(cells.length)
  unpackInto(out, target)
  const again = makePacked(width, height)
  packInto(again, out, 1)
  // No bit beyond the width.
  expect(target.words).toEqual(again.words)
  return out
}

const byCells = (
  make: typeof cellStep,
  rule: Rule,
  { cells, height, width }: Shape,
  boundary: Boundary
): Uint8Array => {
  const out = new Uint8Array(cells.length).fill(7)
  make(rule, width, height, boundary)(cells, out)
  return out
}

const brute = (local: Local, { cells, height, width }: Shape, boundary: Boundary): Uint8Array =>
  Uint8Array.from(bruteStep(nine, local, cells, width, height, boundary))

describe("one step", () => {
  it("of a life-like rule is the same bit-sliced, by windows, by table and by brute force", () => {
    fc.assert(
      fc.property(labelsOf(18), anyWorld(false), closed, (labels, world, boundary) => {
        const rule = { family: lifeLike, labels }
        const truth = brute(lifeLikeLocal(labels), world, boundary)
        expect(packed(bitSlicedStep(labels, boundary), world)).toEqual(truth)
        expect(packed(windowedStep(ruleTable(rule), boundary), world)).toEqual(truth)
        expect(byCells(tableStep, rule, world, boundary)).toEqual(truth)
        expect(byCells(cellStep, rule, world, boundary)).toEqual(truth)
      }),
      { numRuns: 150 }
    )
  })

  it("of an unrestricted rule is the same by windows, by table and by brute force", () => {
    fc.assert(
      fc.property(labelsOf(512), anyWorld(false), closed, (labels, world, boundary) => {
        const rule = { family: map, labels }
        const truth = brute(mapLocal(labels), world, boundary)
        expect(packed(packedStep(rule, boundary)!, world)).toEqual(truth)
        expect(byCells(tableStep, rule, world, boundary)).toEqual(truth)
        expect(byCells(cellStep, rule, world, boundary)).toEqual(truth)
      }),
      { numRuns: 80 }
    )
  })

  it("gives every label its place where all 512 patterns are at hand", () => {
    const world = { width: 70, height: 70, cells: soup(70 * 70, 2, 0.5, 0, 3) }
    const seen = new Set<string>()
    brute((block) => (seen.add(block.join("")), 0), world, "torus")
    expect(seen.size).toBe(512)
    for (let index = 0; index < 18; index++) {
      const labels = new Uint8Array(18)
      labels[index] = 1
      const truth = brute(lifeLikeLocal(labels), world, "torus")
      expect(packed(bitSlicedStep(labels, "torus"), world)).toEqual(truth)
    }
  })

  it("with unobserved cells and undetermined labels is the same bit-packed, by table and by brute force", () => {
    const open = fc.constantFrom(0, 1, undetermined)
    const labels = fc
      .oneof(fc.array(open, { minLength: 102, maxLength: 102 }), labelsOf(102))
      .map((l) => Uint8Array.from(l))
    fc.assert(
      fc.property(labels, anyWorld(true), anyBoundary, (labels, world, boundary) => {
        const rule = { family: isotropic, labels }
        const truth = brute((cells) => labels[isotropic.classOf(cells)]!, world, boundary)
        expect(byCells(tableStep, rule, world, boundary)).toEqual(truth)
        expect(byCells(cellStep, rule, world, boundary)).toEqual(truth)
      }),
      { numRuns: 120 }
    )
  })

  it("of an elementary rule leaves the rows alone", () => {
    fc.assert(
      fc.property(labelsOf(8), anyWorld(true), anyBoundary, (labels, world, boundary) => {
        const { cells, height, width } = world
        const row: ReadonlyArray<readonly [number, number]> = [
          [-1, 0],
          [0, 0],
          [1, 0]
        ]
        const local: Local = ([w, c, e]) => labels[4 * w! + 2 * c! + e!]!
        const truth = Array.from({ length: height }, (_, y) =>
          bruteStep(row, local, cells.subarray(y * width, (y + 1) * width), width, 1, boundary)
        ).flat()
        expect(byCells(cellStep, { family: elementary, labels }, world, boundary)).toEqual(Uint8Array.from(truth))
      }),
      { numRuns: 60 }
    )
  })
})

describe("simulate", () => {
  const rules: fc.Arbitrary<Rule> = fc.oneof(
    labelsOf(18).map((labels) => ({ family: lifeLike, labels })),
    labelsOf(512).map((labels) => ({ family: map, labels })),
    labelsOf(102).map((labels) => ({ family: isotropic, labels }))
  )

  it("puts the first frame first and steps from each frame to the next", () => {
    fc.assert(
      fc.property(rules, anyWorld(true), anyBoundary, fc.integer({ min: 0, max: 5 }), (rule, world, boundary, n) => {
        const { cells, height, width } = world
        const frames = simulate(rule, cells, { width, height, boundary }, n)
        expect(frames.length).toBe((n + 1) * cells.length)
        let truth = cells
        for (let t = 0; t <= n; t++) {
          expect(frames.subarray(t * cells.length, (t + 1) * cells.length)).toEqual(truth)
          truth = byCells(tableStep, rule, { width, height, cells: truth }, boundary)
        }
      }),
      { numRuns: 60 }
    )
  })

  it("knows nothing outside the light cone of an unknown border", () => {
    const rule = { family: lifeLike, labels: new Uint8Array(18).fill(1) }
    const [width, height] = [37, 11]
    const frames = simulate(rule, new Uint8Array(width * height), { width, height, boundary: "unknown" }, 6)
    for (let t = 0; t <= 6; t++) {
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const known = Math.min(x, y, width - 1 - x, height - 1 - y) >= t
          expect(frames[(t * height + y) * width + x]).toBe(known ? Math.min(t, 1) : unobserved)
        }
      }
    }
  })

  it("refuses cells that do not fill the world", () => {
    const rule = { family: lifeLike, labels: new Uint8Array(18) }
    expect(() => simulate(rule, new Uint8Array(5), { width: 2, height: 3, boundary: "dead" }, 1)).toThrow("2 × 3")
  })

  it("has no packed step for undetermined labels or other neighbourhoods", () => {
    expect(packedStep({ family: lifeLike, labels: new Uint8Array(18).fill(undetermined) }, "torus")).toBeNull()
    expect(packedStep({ family: elementary, labels: new Uint8Array(8) }, "torus")).toBeNull()
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  allTransitions,
  type Boundary,
  type Census,
  censusTotal,
  decodePattern,
  elementary,
  emptyCensus,
  type Family,
  fold,
  isotropic,
  lifeLike,
  line,
  makeMooreCounter,
  makePacked,
  map,
  moore,
  type Neighbourhood,
  observedPatterns,
  packInto,
  type Recording,
  rowTotal,
  simulate,
  takeCensus,
  takeClassCensus
} from "../src/index.ts"
import { addGeneric } from "../src/census/generic.ts"
import { bruteCensus } from "./brute.ts"
import { anyBoundary, anyRecording, anyWorld, labelsOf, recordingOf, soup } from "./worlds.ts"

const square = moore(1)

/** Transitions of a recording, some left out, some twice, in any order. */
const anyObservation = (states: number) =>
  anyRecording(states).chain((recording) =>
    fc.record({
      recording: fc.constant(recording),
      boundary: anyBoundary,
      transitions: fc.array(fc.integer({ min: 0, max: recording.frames - 2 }), { maxLength: 5 })
    })
  )

const expectBrute = (
  census: Census,
  cells: Neighbourhood,
  recording: Recording,
  boundary: Boundary,
  transitions: ReadonlyArray<number>
): void => {
  const truth = bruteCensus(cells.offsets, recording, boundary, transitions)
  const counted = new Map<string, number>()
  census.counts.forEach((count, index) => {
    if (count === 0) return
    const pattern = decodePattern(Math.floor(index / census.states), cells.offsets.length, census.states)
    counted.set(`${pattern.join("")}>${index % census.states}`, count)
  })
  expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(truth))
}

describe("the census of two-state Moore neighbourhoods", () => {
  it("counts bit-packed what brute force counts", () => {
    fc.assert(
      fc.property(anyObservation(2), (observation) => {
        const { boundary, recording, transitions } = observation
        expectBrute(takeCensus(square, 2, [observation]), square, recording, boundary, transitions)
      }),
      { numRuns: 100 }
    )
  })

  it.each(["torus", "dead", "unknown"] as const)("counts in pairs what it counts one by one (%s)", (boundary) => {
    // Large enough for the table of pairs to be used from the second transition on; masks of every density.
    for (const [width, height, hidden] of [
      [200, 190, 0],
      [223, 171, 0.003],
      [193, 200, 0.03],
      [96, 350, 0.4]
    ] as const) {
      const cells = soup(width * height * 4, 2, 0.4, hidden, width)
      // A dead stretch and a live one: whole words that are all alike.
      cells.fill(0, 900, 9000)
      cells.fill(1, 11000, 16000)
      const recording = recordingOf(cells, width, height)
      const observation = { recording, boundary, transitions: [0, 1, 2] }
      const counts = new Float64Array(1024)
      addGeneric(counts, square, (block) => Number.parseInt(block.join(""), 2), 2, observation)
      expect(takeCensus(square, 2, [observation]).counts).toEqual(counts)
    }
  })

  it("is the sum over its observations", () => {
    fc.assert(
      fc.property(anyObservation(2), anyObservation(2), (a, b) => {
        const [both, first, second] = [[a, b], [a], [b]].map((o) => takeCensus(square, 2, o).counts)
        expect(both).toEqual(first!.map((count, i) => count + second![i]!))
      }),
      { numRuns: 30 }
    )
  })

  it("counts every cell of a fully observed torus and every inner cell of a window", () => {
    fc.assert(
      fc.property(anyWorld(false), anyWorld(false), ({ cells, height, width }, other) => {
        const frames = new Uint8Array(2 * cells.length)
        frames.set(cells)
        frames.set(other.cells.slice(0, cells.length), cells.length)
        const recording = recordingOf(frames, width, height)
        const total = (boundary: Boundary): number =>
          censusTotal(takeCensus(square, 2, [{ recording, boundary, transitions: [0] }]))
        expect(total("torus")).toBe(width * height)
        expect(total("dead")).toBe(width * height)
        expect(total("unknown")).toBe(Math.max(0, width - 2) * Math.max(0, height - 2))
      }),
      { numRuns: 50 }
    )
  })

  it("of an evolution holds one outcome per class, the rule's", () => {
    fc.assert(
      fc.property(labelsOf(102), anyWorld(true), anyBoundary, (labels, { cells, height, width }, boundary) => {
        const rule = { family: isotropic, labels }
        const recording = recordingOf(simulate(rule, cells, { width, height, boundary }, 3), width, height)
        const census = takeCensus(square, 2, [{ recording, boundary, transitions: allTransitions(recording) }])
        const { counts } = fold(census.counts, isotropic)
        labels.forEach((label, index) => expect(counts[2 * index + 1 - label]).toBe(0))
      }),
      { numRuns: 50 }
    )
  })

  it("does not overflow its 32-bit tallies", () => {
    const [side, times] = [8192, 33]
    const now = { live: makePacked(side, side), hidden: null }
    const counter = makeMooreCounter(side, side, "torus")
    for (let i = 0; i < times; i++) counter.add(now, now)
    const counts = new Float64Array(1024)
    counter.addTo(counts)
    expect(counts[0]).toBe(side * side * times)
    expect(side * side * times).toBeGreaterThan(2 ** 31)
    counter.addTo(counts)
    expect(counts[0]).toBe(side * side * times)
  })

  it("can be taken from packed frames without bytes", () => {
    fc.assert(
      fc.property(anyRecording(2, 2), anyBoundary, (recording, boundary) => {
        const { height, width } = recording
        const [now, next] = [0, 1].map((t) => {
          const cells = recording.cells.subarray(t * width * height, (t + 1) * width * height)
          const live = makePacked(width, height)
          const hidden = makePacked(width, height)
          packInto(live, cells, 1)
          packInto(hidden, cells, 255)
          return { live, hidden }
        })
        const counts = new Float64Array(1024)
        const counter = makeMooreCounter(width, height, boundary)
        counter.add(now!, next!)
        counter.addTo(counts)
        expect(counts).toEqual(takeCensus(square, 2, [{ recording, boundary, transitions: [0] }]).counts)
      }),
      { numRuns: 40 }
    )
  })
})

describe("the census of other neighbourhoods", () => {
  it.each([
    [line(1), 2],
    [line(2), 3],
    [moore(1), 3]
  ] as const)("of $0.id with $1 states counts what brute force counts", (cells, states) => {
    fc.assert(
      fc.property(anyObservation(states), (observation) => {
        const { boundary, recording, transitions } = observation
        expectBrute(takeCensus(cells, states, [observation]), cells, recording, boundary, transitions)
      }),
      { numRuns: 30 }
    )
  })

  it("is refused when the patterns are too many, with what to do", () => {
    expect(() => emptyCensus(moore(2), 2)).toThrow("count the classes of a family instead")
  })
})

describe("folding", () => {
  const table = (family: Family, values: Float64Array): Float64Array => fold(values, family).counts

  it("to classes equals counting classes", () => {
    fc.assert(
      fc.property(anyObservation(2), fc.constantFrom(lifeLike, isotropic, map), (observation, family) => {
        const folded = fold(takeCensus(square, 2, [observation]).counts, family)
        expect(folded.counts).toEqual(takeClassCensus(family, [observation]).counts)
      }),
      { numRuns: 40 }
    )
  })

  it("to a coarser family passes through a finer one", () => {
    const coarse = isotropic.classes.map((c) => lifeLike.classes.findIndex((l) => c.name.startsWith(l.name)))
    fc.assert(
      fc.property(anyObservation(2), (observation) => {
        const { counts } = takeCensus(square, 2, [observation])
        const twice = new Float64Array(36)
        table(isotropic, counts).forEach((count, i) => (twice[coarse[i >> 1]! * 2 + (i & 1)]! += count))
        expect(table(lifeLike, counts)).toEqual(twice)
        expect(table(map, counts)).toEqual(counts)
      }),
      { numRuns: 40 }
    )
  })

  it("keeps the total, and the rows say what was seen", () => {
    fc.assert(
      fc.property(anyObservation(2), (observation) => {
        const census = takeCensus(square, 2, [observation])
        expect(censusTotal(fold(census.counts, lifeLike))).toBe(censusTotal(census))
        const seen = observedPatterns(census)
        expect(seen.reduce((sum, pattern) => sum + rowTotal(census.counts, 2, pattern), 0)).toBe(censusTotal(census))
        expect(seen.every((pattern) => rowTotal(census.counts, 2, pattern) > 0)).toBe(true)
      }),
      { numRuns: 40 }
    )
  })

  it("needs a partition", () => {
    expect(() => fold(new Float64Array(16), { ...elementary, partition: null })).toThrow("too many patterns")
  })
})

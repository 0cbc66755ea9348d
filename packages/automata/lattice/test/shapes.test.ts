import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  allTransitions,
  cellStep,
  classIndex,
  encodePattern,
  expressIn,
  familiesFor,
  type Family,
  fold,
  formatRule,
  lifeLike,
  moore,
  type Rule,
  ruleTable,
  simulate,
  takeCensus,
  takeClassCensus,
  undetermined,
  vonNeumann
} from "../src/index.ts"
import { parsed, refused } from "../src/notation/parsed.ts"
import { around, bruteCensus, bruteStep, gridOf } from "./brute.ts"
import { anyBoundary, anyRecording, recordingOf } from "./worlds.ts"
import { twoStates } from "./twoStates.ts"

/**
 * Families of other shapes, built from the exported types alone: the contracts do not know how many states,
 * which neighbourhood or how many patterns there are.
 */
const cross = vonNeumann(1)

/** Three states on the von Neumann neighbourhood: a class is the cell's state and how many neighbours are in state 1. */
const ageing: Family = (() => {
  const classes = [0, 1, 2].flatMap((centre) =>
    [0, 1, 2, 3, 4].map((live) => ({ name: `${"BSD"[centre]}${live}`, centre, live, lawful: [0, 1, 2] }))
  )
  const classOf = (cells: ArrayLike<number>): number => {
    const firing = Array.from(cells).filter((cell, i) => cell === 1 && i !== cross.centre).length
    return cells[cross.centre]! * 5 + firing
  }
  const partition = Uint16Array.from({ length: 3 ** 5 }, (_, pattern) => {
    const digits = [...pattern.toString(3).padStart(5, "0")].map(Number)
    return classOf(digits)
  })
  return {
    id: "ageing",
    variant: "",
    title: "three states, von Neumann",
    neighbourhood: cross,
    states: 3,
    classes,
    classOf,
    partition,
    counting: null,
    parse: (text) =>
      /^[0-2]{15}$/.test(text) ? parsed(Uint8Array.from(text, Number)) : refused(text, 0, "15 states", "0 to 2"),
    format: (labels) => labels.join("")
  }
})()

const wide = moore(2)

/** Two states, radius 2: a class is the cell's state and its live neighbours, 0 to 24. 2²⁵ patterns are too many to tabulate. */
const larger: Family = {
  id: "larger",
  variant: "",
  title: "radius 2, totalistic",
  neighbourhood: wide,
  states: 2,
  classes: [0, 1].flatMap((centre) =>
    Array.from({ length: 25 }, (_, live) => ({ name: `${"BS"[centre]}${live}`, centre, live, lawful: [0, 1] }))
  ),
  classOf: (cells) => {
    const live = Array.from(cells).reduce((sum, cell) => sum + cell, 0)
    const centre = cells[wide.centre]!
    return centre * 25 + live - centre
  },
  partition: null,
  counting: null,
  parse: (text) => refused(text, 0, "no notation", "nothing"),
  format: (labels) => labels.join("")
}

const labelsFor = (family: Family): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.integer({ min: 0, max: family.states }), {
      minLength: family.classes.length,
      maxLength: family.classes.length
    })
    .map((labels) => Uint8Array.from(labels, (label) => (label === family.states ? undetermined : label)))

describe.each([
  ["three states on the von Neumann neighbourhood", ageing],
  ["two states and radius 2, without a partition", larger]
] as const)("a family of another shape: %s", (_, family) => {
  const { neighbourhood, states } = family

  it("evolves as brute force says", () => {
    fc.assert(
      fc.property(labelsFor(family), anyRecording(states, 2), anyBoundary, (labels, recording, boundary) => {
        const { cells, height, width } = recording
        const first = cells.slice(0, width * height)
        const target = new Uint8Array(first.length)
        cellStep({ family, labels }, width, height, boundary)(first, target)
        const local = (block: ReadonlyArray<number>): number => labels[family.classOf(block)]!
        expect([...target]).toEqual(bruteStep(neighbourhood.offsets, local, first, width, height, boundary))
        const frames = simulate({ family, labels }, first, { width, height, boundary }, 1)
        expect(frames.subarray(first.length)).toEqual(target)
      }),
      { numRuns: 25 }
    )
  })

  it("is counted by class as brute force counts", () => {
    fc.assert(
      fc.property(anyRecording(states, 3), anyBoundary, (recording, boundary) => {
        const transitions = allTransitions(recording)
        const { counts } = takeClassCensus(family, [{ recording, boundary, transitions }])
        const truth = new Float64Array(family.classes.length * states)
        const size = recording.width * recording.height
        for (const t of transitions) {
          const frame = gridOf(recording.cells.subarray(t * size), recording.width, recording.height)
          for (let i = 0; i < size; i++) {
            const [x, y] = [i % recording.width, Math.floor(i / recording.width)]
            const block = around(neighbourhood.offsets, frame, x, y, boundary)
            const next = recording.cells[(t + 1) * size + i]!
            if (block !== null && next !== 255) truth[family.classOf(block) * states + next]! += 1
          }
        }
        expect(counts).toEqual(truth)
      }),
      { numRuns: 25 }
    )
  })

  it("shows its rule in the census of its evolution", () => {
    fc.assert(
      fc.property(labelsFor(family), anyRecording(states, 2), anyBoundary, (labels, recording, boundary) => {
        const { height, width } = recording
        const first = recording.cells.slice(0, width * height)
        const cells = simulate({ family, labels }, first, { width, height, boundary }, 3)
        const evolved = recordingOf(cells, width, height, states)
        const { counts } = takeClassCensus(family, [
          { recording: evolved, boundary, transitions: allTransitions(evolved) }
        ])
        const others = counts.filter((_, i) => i % states !== labels[Math.floor(i / states)])
        expect(others.every((count) => count === 0)).toBe(true)
      }),
      { numRuns: 25 }
    )
  })
})

describe("three states on the von Neumann neighbourhood", () => {
  it("is counted by pattern as brute force counts, and folds to its classes", () => {
    fc.assert(
      fc.property(anyRecording(3), anyBoundary, (recording, boundary) => {
        const observation = { recording, boundary, transitions: allTransitions(recording) }
        const census = takeCensus(cross, 3, [observation])
        const truth = bruteCensus(cross.offsets, recording, boundary, observation.transitions)
        let total = 0
        for (const [key, count] of truth) {
          const [cells, next] = key.split(">")
          expect(census.counts[encodePattern([...cells!].map(Number), 3) * 3 + Number(next)]).toBe(count)
          total += count
        }
        expect(census.counts.reduce((sum, count) => sum + count, 0)).toBe(total)
        expect(fold(census.counts, ageing)).toEqual(takeClassCensus(ageing, [observation]))
      }),
      { numRuns: 30 }
    )
  })

  it("has tables, names and notation like any other", () => {
    const rule: Rule = { family: ageing, labels: Uint8Array.from({ length: 15 }, (_, i) => i % 3) }
    expect([...ruleTable(rule)]).toEqual(Array.from(ageing.partition!, (index) => index % 3))
    expect(formatRule(rule)).toBe("012012012012012")
    expect(ageing.parse(formatRule(rule))).toEqual({ ok: true, value: rule.labels })
    expect(classIndex(ageing, "S2")).toBe(7)
    expect(expressIn(rule, lifeLike)).toBeNull()
  })
})

describe("a family without a partition", () => {
  const rule: Rule = { family: larger, labels: new Uint8Array(50) }

  it("says so where patterns would have to be tabulated", () => {
    expect(() => ruleTable(rule)).toThrow("too many patterns")
    expect(() => takeCensus(wide, 2, [])).toThrow("33554432 patterns")
    expect(() => fold(new Float64Array(2), larger)).toThrow("too many patterns")
  })

  it("expresses its rules in itself and in no other", () => {
    expect(expressIn(rule, larger)).toBe(rule)
    expect(expressIn(rule, { ...larger, id: "twin" })).toBeNull()
    expect(familiesFor(twoStates, { states: 2, dimension: 2 })).not.toContain(larger)
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  allTransitions,
  countedClass,
  countedPartition,
  type Counting,
  countingStep,
  decodePattern,
  type Family,
  moore,
  neighbourhood,
  takeClassCensus,
  undetermined
} from "../src/index.ts"
import { around, bruteStep, gridOf } from "./brute.ts"
import { anyBoundary, anyRecording, noise } from "./worlds.ts"

/** A family of no use but its shape: any offsets, any weights, a class for every state and sum, mixed up. */
const anyFamily = (states: number, radius: number, heavy: number): fc.Arbitrary<Family> =>
  fc.tuple(fc.integer(), fc.constantFrom(0.2, 0.6, 1)).map(([seed, share]) => {
    const random = noise(seed)
    const square = moore(radius).offsets
    const offsets = square.filter(([x, y]) => (x === 0 && y === 0) || random() < share)
    const cells = neighbourhood(`any-${seed}`, 2, offsets)
    const weights = Uint8Array.from({ length: states }, () => Math.floor(random() * (heavy + 1)))
    const most = (offsets.length - 1) * Math.max(...weights)
    const count = states * (most + 1)
    const counting: Counting = {
      weights,
      most,
      classAt: Uint16Array.from({ length: count }, (_, i) => (i * 7) % count)
    }
    return {
      id: "any",
      variant: "",
      title: "",
      neighbourhood: cells,
      states,
      classes: Array.from({ length: count }, (_, i) => ({ name: `${i}`, centre: 0, live: 0, lawful: [0] })),
      classOf: (block) => countedClass(cells, counting, block),
      partition: null,
      counting,
      parse: () => {
        throw new Error("no notation")
      },
      format: () => ""
    }
  })

/** The class by its definition: the state of the cell itself, and what the others weigh. */
const classByHand = ({ counting, neighbourhood: { centre } }: Family, block: ReadonlyArray<number>): number => {
  const { classAt, most, weights } = counting!
  const sum = block.reduce((all, cell, i) => (i === centre ? all : all + weights[cell]!), 0)
  return classAt[block[centre]! * (most + 1) + sum]!
}

const cases = [
  ["small sums", 2, 1, 1],
  ["three states, weights", 3, 2, 3],
  ["sums above a byte", 4, 4, 9]
] as const

describe.each(cases)("sums over any neighbourhood: %s", (_, states, radius, heavy) => {
  it("give the class that brute force gives, and the step", () => {
    fc.assert(
      fc.property(
        anyFamily(states, radius, heavy),
        anyRecording(states, 2),
        anyBoundary,
        fc.integer(),
        (family, { cells, height, width }, boundary, seed) => {
          const random = noise(seed)
          const labels = Uint8Array.from(family.classes, () => Math.floor(random() * (states + 1)))
          for (const [i, label] of labels.entries()) if (label === states) labels[i] = undetermined
          const first = cells.slice(0, width * height)
          const target = new Uint8Array(first.length)
          const step = countingStep({ family, labels }, width, height, boundary)!
          const local = (block: ReadonlyArray<number>): number => labels[classByHand(family, block)]!
          const { offsets } = family.neighbourhood
          for (let twice = 0; twice < 2; twice++) {
            step(first, target)
            expect([...target]).toEqual(bruteStep(offsets, local, first, width, height, boundary))
          }
        }
      ),
      { numRuns: 30 }
    )
  })

  it("are counted as brute force counts, also within a larger neighbourhood", () => {
    fc.assert(
      fc.property(
        anyFamily(states, radius, heavy),
        anyRecording(states, 3),
        anyBoundary,
        fc.constantFrom(0, 1),
        (family, recording, boundary, more) => {
          const { cells, height, width } = recording
          const transitions = allTransitions(recording)
          const within = moore(radius + more)
          const observations = [{ recording, boundary, transitions }]
          const own = new Float64Array(family.classes.length * states)
          const inside = new Float64Array(own.length)
          const { offsets } = family.neighbourhood
          const size = width * height
          for (const t of transitions) {
            const frame = gridOf(cells.subarray(t * size), width, height)
            for (let i = 0; i < size; i++) {
              const [x, y] = [i % width, Math.floor(i / width)]
              const block = around(offsets, frame, x, y, boundary)
              const next = cells[(t + 1) * size + i]!
              if (block === null || next === 255) continue
              const at = classByHand(family, block) * states + next
              own[at]! += 1
              if (around(within.offsets, frame, x, y, boundary) !== null) inside[at]! += 1
            }
          }
          expect(takeClassCensus(family, observations).counts).toEqual(own)
          expect(takeClassCensus(family, observations, within).counts).toEqual(inside)
          expect(takeClassCensus({ ...family, counting: null }, observations, within).counts).toEqual(inside)
        }
      ),
      { numRuns: 30 }
    )
  })
})

describe("countedPartition", () => {
  it("is the class of every pattern", () => {
    fc.assert(
      fc.property(anyFamily(3, 1, 2), (family) => {
        const { counting, neighbourhood: cells, states } = family
        const partition = countedPartition(cells, counting!, states)!
        expect(partition.length).toBe(states ** cells.offsets.length)
        partition.forEach((index, pattern) => {
          if (pattern % 7 !== 0) return
          const block = decodePattern(pattern, cells.offsets.length, states)
          expect(index).toBe(classByHand(family, [...block]))
        })
      }),
      { numRuns: 10 }
    )
  })

  it("is not there when patterns are too many", () => {
    const wide = moore(2)
    const weights = Uint8Array.of(0, 1)
    expect(countedPartition(wide, { weights, most: 24, classAt: new Uint16Array(50) }, 2)).toBeNull()
  })
})

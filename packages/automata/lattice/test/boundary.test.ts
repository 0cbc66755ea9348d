import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  allTransitions,
  type Boundary,
  decideBoundary,
  elementary,
  lifeLike,
  line,
  moore,
  readRule,
  type Recording,
  type Rule,
  simulate,
  vonNeumann
} from "../src/index.ts"
import { edgeCells, sumOut } from "../src/edges.ts"
import { anyRecording, noise, recordingOf, soup } from "./worlds.ts"
import { twoStates } from "./twoStates.ts"

const rule = (text: string): Rule => {
  const read = readRule(twoStates, text)
  if (!read.ok) throw new Error(read.error.reason)
  return read.value
}

const evolve = (text: string, side: number, boundary: "torus" | "dead", density = 0.4): Recording => {
  const first = soup(side * side, 2, density, 0, 11)
  return recordingOf(simulate(rule(text), first, { width: side, height: side, boundary }, 24), side, side)
}

/** The part of every frame that begins at (left, top). */
const crop = (recording: Recording, left: number, top: number, width: number, height: number): Recording => {
  const cells = Array.from({ length: recording.frames }, (_, t) =>
    Array.from({ length: height }, (_, y) => {
      const start = (t * recording.height + top + y) * recording.width + left
      return [...recording.cells.subarray(start, start + width)]
    }).flat()
  ).flat()
  return recordingOf(Uint8Array.from(cells), width, height)
}

/** Every cell flipped with probability `flips`, hidden with probability `hidden`. */
const spoilt = (recording: Recording, flips: number, hidden: number): Recording => {
  const random = noise(5)
  const cells = recording.cells.map((cell) => {
    const flipped = random() < flips ? 1 - cell : cell
    return random() < hidden ? 255 : flipped
  })
  return { ...recording, cells }
}

const decided = (recording: Recording) => decideBoundary(moore(1), recording, allTransitions(recording))

const rules = ["B36/S23", "B3678/S34678", "B2/S", "B02/S13", "B2-a/S12"]

describe("decideBoundary", () => {
  it("holds only what predicts better by more than 20 nats, than the visible cells and than the other", () => {
    let close = 0
    let clear = 0
    for (const text of rules) {
      for (const boundary of ["torus", "dead"] as const) {
        const recording = evolve(text, 12, boundary)
        for (let frames = 1; frames <= 24; frames++) {
          const transitions = Array.from({ length: frames }, (_, t) => t)
          const { boundary: found, scores } = decideBoundary(moore(1), recording, transitions)
          const [best, other] = scores.toSorted((a, b) => b.advantage - a.advantage) as [
            (typeof scores)[number],
            (typeof scores)[number]
          ]
          const lead = Math.min(best.advantage, best.advantage - other.advantage)
          expect(found).toBe(lead > 20 ? best.boundary : "unknown")
          if (lead > 0 && lead <= 20) close++
          if (lead > 20 && lead < 40) clear++
        }
      }
    }
    expect(close).toBeGreaterThan(5)
    expect(clear).toBeGreaterThan(5)
  })

  it.each(rules)("tells a torus, dead surroundings and a window apart: %s", (text) => {
    expect(decided(evolve(text, 48, "torus")).boundary).toBe("torus")
    expect(decided(evolve(text, 48, "dead")).boundary).toBe("dead")
    expect(decided(crop(evolve(text, 72, "torus"), 9, 13, 48, 44)).boundary).toBe("unknown")
    expect(decided(crop(evolve(text, 72, "torus"), 0, 0, 72, 44)).boundary).toBe("unknown")
  })

  it.each([
    [0.01, 0],
    [0.05, 0],
    [0.1, 0],
    [0, 0.2],
    [0.02, 0.1]
  ])("does so with %d of the cells flipped and %d hidden", (flips, hidden) => {
    const truth: ReadonlyArray<readonly [Boundary, Recording]> = [
      ["torus", evolve("B36/S23", 64, "torus")],
      ["dead", evolve("B36/S23", 64, "dead")],
      ["unknown", crop(evolve("B36/S23", 80, "torus"), 3, 5, 64, 64)]
    ]
    for (const [boundary, recording] of truth) expect(decided(spoilt(recording, flips, hidden)).boundary).toBe(boundary)
  })

  it("scores what it saw", () => {
    const recording = evolve("B36/S23", 40, "torus")
    const { because, scores } = decided(recording)
    const [torus, dead] = scores
    expect(scores.map((s) => s.boundary)).toEqual(["torus", "dead"])
    expect(torus).toMatchObject({ contradicted: 0 })
    expect(torus!.judged).toBeLessThanOrEqual((40 * 40 - 38 * 38) * 24)
    expect(torus!.judged).toBeGreaterThan((40 * 40 - 38 * 38) * 20)
    expect(dead!.contradicted).toBeGreaterThan(100)
    expect(torus!.advantage).toBeGreaterThan(20)
    expect(dead!.advantage).toBeLessThan(0)
    expect(because).toContain(`${torus!.judged} of ${torus!.judged} edge cells do with a torus border`)
  })

  it("leaves open what the edges do not tell", () => {
    const still = recordingOf(new Uint8Array(20 * 20 * 5), 20, 20)
    expect(decided(still)).toMatchObject({
      boundary: "unknown",
      because: "the edges do not tell a torus from dead surroundings"
    })
    const hidden = recordingOf(new Uint8Array(9 * 9 * 3).fill(255), 9, 9)
    expect(decided(hidden)).toMatchObject({ boundary: "unknown", because: "no edge cell can be judged" })
    const tiny = recordingOf(new Uint8Array(2 * 2 * 3), 2, 2)
    expect(decided(tiny).because).toBe("no edge cell can be judged")
    expect(decided(crop(evolve("B2/S", 72, "torus"), 9, 13, 40, 44)).because).toBe(
      "the edges fit neither a torus nor dead surroundings"
    )
  })

  it("looks at the chosen transitions only", () => {
    const recording = evolve("B36/S23", 48, "torus")
    const half = recording.cells.length / 2
    const cells = recording.cells.slice()
    cells.set(soup(half, 2, 0.5, 0, 3), half)
    const early = Array.from({ length: 10 }, (_, t) => t)
    expect(decideBoundary(moore(1), { ...recording, cells }, early).boundary).toBe("torus")
    expect(decideBoundary(moore(1), { ...recording, cells }, []).boundary).toBe("unknown")
  })

  it("works on a row of cells", () => {
    const width = 60
    for (const boundary of ["torus", "dead"] as const) {
      const first = soup(width, 2, 0.5, 0, 8)
      const cells = simulate(rule("W30"), first, { width, height: 1, boundary }, 200)
      const recording = recordingOf(cells, width, 1)
      expect(decideBoundary(elementary.neighbourhood, recording, allTransitions(recording)).boundary).toBe(boundary)
    }
  })
})

describe("edge cells", () => {
  it("are the cells that an unknown border leaves out, completed both ways", () => {
    const neighbourhoods = fc.constantFrom(lifeLike.neighbourhood, vonNeumann(1), line(1), moore(2))
    fc.assert(
      fc.property(anyRecording(2, 3), neighbourhoods, (recording, cells) => {
        const transitions = allTransitions(recording)
        const edges = [...edgeCells(cells, recording, transitions)]
        const masked = recording.cells.includes(255)
        const { height, width } = recording
        const inner =
          Math.max(0, width - 2 * cells.radius) * Math.max(0, height - (cells.dimension === 2 ? 2 * cells.radius : 0))
        const most = (width * height - inner) * transitions.length
        expect(edges.length).toBeLessThanOrEqual(most)
        expect(masked || edges.length === most).toBe(true)
        for (const { beyond, dead, torus } of edges) {
          expect(beyond).toBeGreaterThan(0)
          // The two completions differ beyond the edges only.
          const k = cells.offsets.length
          const places = (pattern: number) => [...pattern.toString(2).padStart(k, "0")]
          const withDead = torus < 0 ? [] : places(torus).map((cell, i) => ((beyond >> i) & 1 ? "0" : cell))
          expect(torus < 0 || withDead.join("") === places(dead).join("")).toBe(true)
        }
      }),
      { numRuns: 30 }
    )
  })

  it("are predicted from sums over what lies beyond", () => {
    const counts = Float64Array.from({ length: 54 }, (_, i) => i)
    // Three cells of three states, the middle one beyond.
    const sums = sumOut(counts, 3, 3, 0b010)
    for (let pattern = 0; pattern < 18; pattern++) {
      const middle = Math.floor(pattern / 3) % 3
      const expected = middle > 0 ? [0, 0, 0] : [0, 1, 2].map((next) => 3 * (3 * pattern + next) + 3 * (3 + 6))
      expect([...sums.subarray(3 * pattern, 3 * pattern + 3)]).toEqual(expected)
    }
  })
})

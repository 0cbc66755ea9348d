import { describe, expect, it } from "vitest"
import { allTransitions, decideBoundary, moore } from "../src/index.ts"
import { differences } from "./checkRecording.ts"
import { factsOf, hasRecordings, readRecording } from "./shared.ts"

// `node packages/automata/test/checkRecordings.ts` looks at all of them.
describe.skipIf(!hasRecordings)("recordings made with bgolly (skipped where ../shared/recordings is absent)", () => {
  it.each([
    "p00-ll",
    "p05-ll",
    "p12-ll",
    "p20-ll",
    "p21-ll",
    "p34-ll",
    "p35-ll",
    "p36-int",
    "p45-int",
    "p56-hex",
    "p58-vn"
  ])("%s follows its rule, and its census has the support that a third simulator counted", (id) => {
    expect(differences(id)).toEqual([])
  })

  it("have B0 rules among them", () => {
    const ids = ["p20-ll", "p21-ll", "p34-ll", "p35-ll"]
    expect(ids.every((id) => factsOf(id).rule.startsWith("B0"))).toBe(true)
  })

  it.each([
    ["p01-ll", "torus"],
    ["p00-ll-noise05", "torus"],
    ["p02-ll-mask20", "torus"],
    ["p01-ll-crop", "unknown"],
    ["p37-int-crop", "unknown"]
  ] as const)("%s has the border %s", (id, boundary) => {
    const recording = readRecording(id)
    expect(decideBoundary(moore(1), recording, allTransitions(recording)).boundary).toBe(boundary)
  })
})

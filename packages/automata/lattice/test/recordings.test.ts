import { describe, expect, it } from "vitest"
import { allTransitions, decideBoundary, moore } from "../src/index.ts"
import { differences } from "./checkRecording.ts"
import { factsOf, hasRecordings, readRecording, recordingIds } from "./shared.ts"

/** `RECORDINGS=all vitest run test/recordings.test.ts` looks at every two-state recording. */
const all = hasRecordings && process.env["RECORDINGS"] === "all"

const twoState = (): ReadonlyArray<string> => recordingIds().filter((id) => factsOf(id).states === 2)

const evolved = all
  ? twoState().filter((id) => factsOf(id).support !== undefined || typeof factsOf(id).map_rule === "string")
  : ["p00-ll", "p05-ll", "p12-ll", "p20-ll", "p21-ll", "p34-ll", "p35-ll", "p36-int", "p45-int", "p56-hex", "p58-vn"]

const bordered = all
  ? twoState()
  : ["p01-ll", "p36-int", "p00-ll-noise05", "p02-ll-mask20", "p01-ll-crop", "p37-int-crop", "psk0-pattern"]

/** All is dead after five frames: the edges cannot tell. */
const silent = "p12-ll"

describe.skipIf(!hasRecordings)("recordings made with bgolly (skipped where ../shared/recordings is absent)", () => {
  it.each(evolved)("%s follows its rule, and its census has the support that a third simulator counted", (id) => {
    expect(differences(id)).toEqual([])
  })

  it("have B0 rules among them", () => {
    expect(evolved.filter((id) => factsOf(id).rule.startsWith("B0")).length).toBeGreaterThanOrEqual(4)
  })

  it.each(bordered)("%s has its border or none", (id) => {
    const { boundary, variant } = factsOf(id)
    const recording = readRecording(id)
    const decision = decideBoundary(moore(1), recording, allTransitions(recording)).boundary
    const allowed = boundary !== "torus" ? ["unknown"] : variant === "clean" ? ["torus"] : ["torus", "unknown"]
    expect(id === silent ? ["unknown"] : allowed).toContain(decision)
  })
})

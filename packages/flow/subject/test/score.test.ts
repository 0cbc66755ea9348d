import { assert, describe, it } from "@effect/vitest"
import { plainLibrary } from "../src/Library.ts"
import type { LawEstimate, TermEstimate } from "../src/LawEstimate.ts"
import type { Concluded } from "../src/RunResult.ts"
import { score } from "../src/score.ts"
import { makeSpace } from "@rulescope/sde"

const term = (name: string, value: number, state: TermEstimate["state"], present: number): TermEstimate => ({
  coordinate: "phi1",
  term: name,
  value,
  error: 0.01,
  alone: { value, error: 0.01 },
  present,
  openness: 0.01,
  state,
  because: "made here"
})

const result = (classes: ReadonlyArray<TermEstimate>, truth: string | null): Concluded => {
  const estimate: LawEstimate = {
    law: null,
    classes,
    laws: [{ recordings: [0], law: "phi1' = 0; noise 0.22", noise: { matrix: [[0.22]], error: [[0.01]] } }],
    readingError: { value: 0, error: 0 },
    order: 2,
    used: { inferrer: "made here", evidence: "observations", parameters: {} }
  }
  const library = plainLibrary(makeSpace([{ name: "phi1", kind: "phase" }]), [])
  return { estimate, truth, verdict: null, library: { library } } as unknown as Concluded
}

const truth = "phi1' = 1.3 - sin(phi1) + 0.1 cos(3 phi1); noise 0.2"

describe("score", () => {
  it("counts terms right and wrong, those that were never looked for too", () => {
    const { metrics } = score(
      result(
        [term("1", 1.305, "known", 1), term("sin(phi1)", -1.1, "known", 1), term("cos(phi1)", 0, "absent", 0.1)],
        truth
      )
    )
    assert.deepStrictEqual(
      { ...metrics, worst: Number(metrics["worst"]!.toFixed(6)), noiseOff: Number(metrics["noiseOff"]!.toFixed(6)) },
      {
        lawExact: 0,
        right: 3,
        wrong: 1,
        undetermined: 0,
        covered: 0.5,
        worst: 0.1,
        noiseOff: 0.1,
        confirmed: null,
        shortfall: null,
        completeness: null,
        calibration: 0.1 / 3,
        brier: 0.1 ** 2 / 3
      }
    )
  })

  it("is exact only when every term is known or absent as it should be", () => {
    const right = [
      term("1", 1.3, "known", 1),
      term("sin(phi1)", -1, "known", 1),
      term("cos(3 phi1)", 0.1, "known", 1),
      term("cos(phi1)", 0, "absent", 0)
    ]
    const exact = (classes: ReadonlyArray<TermEstimate>) => score(result(classes, truth)).metrics["lawExact"]
    assert.strictEqual(exact(right), 1)
    assert.strictEqual(exact([...right.slice(0, 3), term("cos(phi1)", 0, "undetermined", 0.4)]), 0)
    assert.strictEqual(exact([...right, term("sin(2 phi1)", 0.1, "known", 0.95)]), 0)
    assert.isNull(score(result(right, null)).metrics["lawExact"])
  })
})

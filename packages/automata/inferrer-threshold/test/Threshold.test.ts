import { isotropic, lifeLike, undetermined } from "@rulescope/lattice"
import { certain, inferrerSuite, randomRule, soupEvidence } from "@rulescope/testkit"
import { assert, it } from "@effect/vitest"
import { gatherEvidence, Inferrer } from "@rulescope/automata"
import { Effect } from "effect"
import * as fc from "fast-check"
import { threshold } from "../src/index.ts"
import { askOf, readLabels } from "../src/readLabels.ts"
import { frequencyThresholds } from "../src/Threshold.ts"

for (const evidence of ["predictions", "observations", "both"] as const) {
  inferrerSuite(`threshold on ${evidence}`, threshold.layer({ ratio: 0.6, beta: 10, evidence }))
}

it.effect("reads both counters apart: what network and frames disagree on is left open", () =>
  Effect.gen(function* () {
    const rule = randomRule(lifeLike, "both")
    const soups = soupEvidence(rule, "both", 2)
    const labels = rule.labels.map((label, index) => (index === 3 ? 1 - label : label))
    const evidence = gatherEvidence(lifeLike, soups.census, certain({ ...rule, labels }))
    const read = (choice: "predictions" | "observations" | "both") =>
      Effect.flatMap(Inferrer, ({ infer }) => infer(evidence)).pipe(
        Effect.provide(threshold.layer({ ratio: 0, beta: 10, evidence: choice }))
      )
    const [predicted, observed, both] = [yield* read("predictions"), yield* read("observations"), yield* read("both")]
    assert.strictEqual(predicted.classes[3]!.label, labels[3])
    assert.strictEqual(observed.classes[3]!.label, rule.labels[3])
    assert.isNull(both.classes[3]!.label)
    assert.deepStrictEqual(Object.keys(both.used.parameters), [
      "ratio",
      "beta",
      "accuracy",
      "predicted alphaDead",
      "predicted alphaLive",
      "observed alphaDead",
      "observed alphaLive"
    ])
  })
)

/** The report's own code (2025-12-15, section 1.1), counters as [dd, dl, ld, ll] by live neighbours. */
const report = (counters: ReadonlyArray<ReadonlyArray<number>>, accuracy: number) => {
  const sum = (index: number) => counters[index]!.reduce((a, b) => a + b, 0)
  const dTh = Math.trunc(0.6 * (1 - accuracy) * (sum(0) + sum(1)))
  const lTh = Math.trunc(0.6 * (1 - accuracy) * (sum(2) + sum(3)))
  const at = (index: number, n: number) => counters[index]![n]!
  const ns = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  return {
    born: ns.filter((n) => at(0, n) + at(1, n) > dTh && at(1, n) > 10 * at(0, n)),
    survive: ns.filter((n) => at(2, n) + at(3, n) > lTh && at(3, n) > 10 * at(2, n))
  }
}

const counter = fc.array(fc.oneof(fc.nat(5), fc.nat(300), fc.nat(1_000_000)), { minLength: 9, maxLength: 9 })

it("reads what the report's code reads, for any counters and accuracy", () => {
  fc.assert(
    fc.property(
      fc.tuple(counter, counter, counter, counter),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (counters, acc) => {
        const counts = new Float64Array(36)
        for (let n = 0; n < 9; n++) counts.set([counters[0][n]!, counters[1][n]!], 2 * n)
        for (let n = 0; n < 9; n++) counts.set([counters[2][n]!, counters[3][n]!], 18 + 2 * n)
        const table = { family: lifeLike, counts }
        const labels = readLabels(table, askOf(table, frequencyThresholds(table, acc, 0.6), 10))
        const ones = (first: number) =>
          [...labels.subarray(first, first + 9)].flatMap((label, n) => (label === 1 ? [n] : []))
        assert.deepStrictEqual({ born: ones(0), survive: ones(9) }, report(counters, acc))
      }
    )
  )
})

it("both comparisons are strict", () => {
  const counts = new Float64Array(36)
  counts.set([1, 10], 6)
  counts.set([1, 11], 8)
  const table = { family: lifeLike, counts }
  assert.strictEqual(readLabels(table, askOf(table, [0, 0], 10))[3], 0)
  assert.strictEqual(readLabels(table, askOf(table, [0, 0], 10))[4], 1)
  assert.strictEqual(readLabels(table, askOf(table, [12, 0], 10))[4], undetermined)
  assert.strictEqual(readLabels(table, askOf(table, [11, 0], 10))[4], 1)
})

it("frequency thresholds are taken per state of the cell, for families of any size", () => {
  const counts = new Float64Array(isotropic.classes.length * 2)
  for (const [index, { centre }] of isotropic.classes.entries()) counts[2 * index] = centre === 0 ? 100 : 10
  assert.deepStrictEqual([...frequencyThresholds({ family: isotropic, counts }, 0.5, 0.6)], [1530, 153])
})

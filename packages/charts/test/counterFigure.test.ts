import { describe, expect, it } from "vitest"
import { counterFigure, type CounterFigure } from "../src/index.ts"
import { type CaseName, caseResult } from "./cases.ts"
import { twoStates } from "./twoStates.ts"

const figureOf = (name: CaseName): CounterFigure => counterFigure(caseResult(name), twoStates)

describe("counterFigure", () => {
  it("holds the four counters of every neighbour count", () => {
    const { evidence } = caseResult("mistaken")
    const [dead, live] = figureOf("mistaken").panels
    expect(dead.entries.map(({ live, toDead, toLive }) => [live, toDead, toLive])).toEqual(
      evidence.predicted.slice(0, 9).map(([toDead, toLive], n) => [n, toDead, toLive])
    )
    expect(live.entries.map(({ live, toDead, toLive }) => [live, toDead, toLive])).toEqual(
      evidence.predicted.slice(9).map(([toDead, toLive], n) => [n, toDead, toLive])
    )
  })

  it("sums the classes of a count in finer families and says which of them are live", () => {
    const result = caseResult("isotropic")
    const { panels, summed } = figureOf("isotropic")
    const two = panels[0].entries[2]!
    const b2 = result.evidence.classes.flatMap((name, i) =>
      name.startsWith("B2") ? [result.evidence.predicted[i]!] : []
    )
    expect(summed).toBe(true)
    expect(two.toDead).toBe(b2.reduce((sum, [toDead]) => sum + toDead!, 0))
    expect(two.toLive).toBe(b2.reduce((sum, [, toLive]) => sum + toLive!, 0))
    expect(two.read).toEqual({ dead: 1, live: 5, open: 0 })
    expect(two.truth).toEqual({ dead: 1, live: 5, open: 0 })
    expect(panels[0].entries.map(({ live }) => live)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    const every = panels.flatMap(({ entries }) => entries.map(({ read }) => read.dead + read.live + read.open))
    expect(every.reduce((sum, classes) => sum + classes, 0)).toBe(102)
  })

  it("tells determined from undetermined classes of one count", () => {
    const { classes } = caseResult("isotropicSparse").estimate
    const s4 = classes.filter(({ class: name }) => name.startsWith("S4"))
    const share = figureOf("isotropicSparse").panels[1].entries[4]!.read
    expect(share.open).toBe(s4.filter(({ label }) => label === null).length)
    expect(share.open).toBeGreaterThan(0)
    expect([share.dead, share.live]).toEqual([0, 1].map((state) => s4.filter(({ label }) => label === state).length))
    expect(share.dead).toBeGreaterThan(0)
  })

  it("knows the counts 0 to 2 of elementary rules", () => {
    const { panels } = figureOf("elementary")
    expect(panels.map(({ entries }) => entries.map(({ live }) => live))).toEqual([
      [0, 1, 2],
      [0, 1, 2]
    ])
    // W110: 000, 100 and 111 go to 0.
    expect(panels[0].entries.map(({ read }) => read.live)).toEqual([0, 1, 1])
    expect(panels[1].entries.map(({ read }) => read.live)).toEqual([1, 2, 0])
  })

  it("takes the thresholds from the estimate, and has none when the inferrer has none", () => {
    const { parameters } = caseResult("mistaken").estimate.used
    expect(parameters["alphaDead"]).toBeGreaterThan(0)
    expect(figureOf("mistaken").panels.map(({ alpha }) => alpha)).toEqual([
      parameters["alphaDead"],
      parameters["alphaLive"]
    ])
    const needed = (name: CaseName) => figureOf(name).panels.flatMap(({ entries }) => entries.map((one) => one.needed))
    for (const { entries } of figureOf("mistaken").panels) {
      for (const { needed: one, toDead, toLive } of entries) {
        expect(one).toEqual({ dead: null, live: toDead * toLive > 0 ? 10 * toDead : null })
      }
    }
    expect(figureOf("plain").panels.map(({ alpha }) => alpha)).toEqual([null, null])
    expect(needed("plain").every(({ dead, live }) => dead === null && live === null)).toBe(true)
  })

  it("draws what was asked of the table that is drawn, and of no other", () => {
    const result = caseResult("mistaken")
    const { classes } = result.estimate
    const asking = classes.map((one, index) => ({
      ...one,
      asked: [
        { counted: "observations" as const, cells: 1000, next: [1000, 1000] },
        { counted: "predictions" as const, cells: index < 9 ? 7 : index, next: [0, index + 0.5] }
      ]
    }))
    const { panels } = counterFigure({ ...result, estimate: { ...result.estimate, classes: asking } }, twoStates)
    expect(panels.map(({ entries }) => entries.map(({ needed }) => needed))).toEqual([
      Array.from({ length: 9 }, (_, n) => ({ dead: null, live: n + 0.5 })),
      Array.from({ length: 9 }, (_, n) => ({ dead: null, live: n + 9.5 }))
    ])
    // A line across a panel says the same of every class in it.
    expect(panels.map(({ alpha }) => alpha)).toEqual([7, null])
  })

  it("draws an estimate from before, which does not say what was asked", () => {
    const result = caseResult("mistaken")
    const classes = result.estimate.classes.map(({ class: name, confidence, label, posterior, support }) => ({
      class: name,
      confidence,
      label,
      posterior,
      support
    }))
    const { panels } = counterFigure({ ...result, estimate: { ...result.estimate, classes } }, twoStates)
    expect(panels.map(({ alpha }) => alpha)).toEqual([null, null])
    expect(panels.flatMap(({ entries }) => entries).every(({ needed }) => needed.live === null)).toBe(true)
  })

  it("counts observations when the estimate was read from them", () => {
    expect(figureOf("mistaken").counted).toBe("predictions")
    expect(figureOf("plain").counted).toBe("observations")
  })

  it("marks exactly the labels that contradict the truth", () => {
    const wrong = (name: CaseName) => figureOf(name).panels.map(({ entries }) => entries.map((entry) => entry.wrong))
    const none = Array.from({ length: 9 }, () => 0)
    expect(wrong("clean")).toEqual([none, none])
    const two = none.with(2, 1)
    expect(caseResult("mistaken").estimate.classes[11]).toMatchObject({ class: "S2", label: 0 })
    expect(wrong("mistaken")).toEqual([none, two])
    // B2-a has both outcomes at two neighbours, which no label of B2 can be right about.
    expect(wrong("coarse")).toEqual([two, none])
    expect(figureOf("coarse").panels[0].entries[2]!.truth).toEqual({ dead: 1, live: 5, open: 0 })
  })

  it("does not compare with a truth of another kind of world", () => {
    expect(figureOf("foreign").panels.every(({ entries }) => entries.every(({ truth }) => truth === null))).toBe(true)
    expect(figureOf("foreign").headline.truth).toEqual({ text: "stated rule W30 cannot be compared", agrees: false })
  })

  it("names rule, range, support and truth", () => {
    const { headline } = figureOf("sparse")
    const { estimate } = caseResult("sparse")
    expect(estimate.rule).toBeNull()
    expect(headline.rules).toEqual([estimate.range.min, estimate.range.max])
    const determined = estimate.classes.filter(({ label }) => label !== null).length
    const unseen = estimate.classes.filter(({ support }) => support === 0).length
    expect(unseen).toBeGreaterThan(0)
    expect(headline.support).toContain(`${determined} of 18 classes determined`)
    expect(headline.support).toContain(`${unseen} never seen`)
    expect(headline.truth).toEqual({ text: `truth B36/S23: the ${determined} determined classes agree`, agrees: true })
    expect(figureOf("mistaken").headline.truth).toEqual({ text: "truth B36/S23: 1 class differs (S2)", agrees: false })
    expect(figureOf("clean").headline.rules).toEqual(["B36/S23"])
    expect(figureOf("empty").headline.truth!.text).toBe("truth B3/S23: the one determined class agrees")
  })

  it("throws for a family that is not known", () => {
    const result = caseResult("clean")
    const unknown = { ...result, estimate: { ...result.estimate, family: "triangular" } }
    expect(() => counterFigure(unknown, twoStates)).toThrow("triangular")
  })
})

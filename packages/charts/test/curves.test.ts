import { RunEvent } from "@rulescope/automata"
import { describe, expect, it } from "vitest"
import { familyFigure, familyFigureSvg, trainingFigure, trainingFigureSvg } from "../src/index.ts"
import { caseResult } from "./cases.ts"
import { elementsOf, expectDrawable, numberOf, parseSvg, textsOf } from "./drawing.ts"
import { twoStates } from "./twoStates.ts"

const progress = (attempt: number, step: number, loss: number, accuracy: number) =>
  RunEvent.cases.TrainingProgressed.make({
    attempt,
    step,
    maxSteps: 1000,
    loss,
    accuracy,
    patternsRight: 0,
    patterns: 512
  })

describe("familyFigure", () => {
  it("measures every family by its distance to the best", () => {
    const { bars } = familyFigure(caseResult("coarse"), twoStates)
    const { scores } = caseResult("coarse").family
    expect(bars.map(({ id }) => id)).toEqual(["life-like", "isotropic", "map"])
    expect(bars.map(({ deficit }) => deficit)).toEqual(
      scores.map(({ logEvidence }) => scores[1]!.logEvidence - logEvidence)
    )
    expect(bars.map(({ chosen }) => chosen)).toEqual([true, false, false])
  })

  it("draws longer bars for families further below the best, and a line for the best", () => {
    const svg = familyFigureSvg(familyFigure(caseResult("coarse"), twoStates))
    expectDrawable(svg)
    const all = elementsOf(parseSvg(svg))
    const drawn = all.filter(({ element }) => element.getAttribute("class") === "family")
    const kinds = drawn.map(({ element }) => [...element.children].map(({ tagName }) => tagName))
    expect(drawn.map(({ element }) => element.getAttribute("data-family"))).toEqual(["life-like", "isotropic", "map"])
    expect(kinds.map((names) => names.includes("rect"))).toEqual([true, false, true])
    expect(kinds.map((names) => names.includes("line"))).toEqual([false, true, false])
    const [lifeLike, map] = [drawn[0]!, drawn[2]!].map(({ element }) =>
      numberOf(
        [...element.children].find(({ tagName }) => tagName === "rect")!,
        "width"
      )
    )
    const { bars } = familyFigure(caseResult("coarse"), twoStates)
    expect(lifeLike! / map!).toBeCloseTo(Math.log1p(bars[0]!.deficit) / Math.log1p(bars[2]!.deficit), 3)
  })

  it("draws a single family", () =>
    expectDrawable(familyFigureSvg(familyFigure(caseResult("elementary"), twoStates), { theme: "dark" })))
})

describe("trainingFigure", () => {
  it("sets one attempt after the other and ignores other events", () => {
    const { attempts } = trainingFigure([
      RunEvent.cases.StageStarted.make({ stage: "fit" }),
      progress(1, 10, 0.6, 0.7),
      progress(1, 20, 0.5, 0.8),
      RunEvent.cases.TrainingRestarted.make({ attempt: 2, because: "stalled" }),
      progress(2, 10, 0.6, 0.6),
      progress(2, 30, 0.01, 1)
    ])
    expect(attempts.map((points) => points.map(({ attempt, step }) => [attempt, step]))).toEqual([
      [
        [1, 10],
        [1, 20]
      ],
      [
        [2, 30],
        [2, 50]
      ]
    ])
  })

  it("draws falling loss as a falling line and marks the restart", () => {
    const events = [
      ...Array.from({ length: 5 }, (_, i) => progress(1, 10 * i, 0.7, 0.6)),
      ...Array.from({ length: 30 }, (_, i) => progress(2, 10 * i, 10 ** (-i / 10), 1 - 0.4 * 10 ** (-i / 10)))
    ]
    const svg = trainingFigureSvg(trainingFigure(events))
    expectDrawable(svg)
    const root = parseSvg(svg)
    const curves = elementsOf(root).filter(({ element }) => element.getAttribute("class") === "curve")
    expect(curves).toHaveLength(4)
    const heights = [...curves[1]!.element.getAttribute("d")!.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, , y]) =>
      Number(y)
    )
    expect(heights).toHaveLength(30)
    // A power law in the step is a straight line on a logarithmic axis.
    const falls = heights.slice(1).map((y, i) => y - heights[i]!)
    for (const fall of falls) expect(fall).toBeCloseTo(falls[0]!, 1)
    expect(falls[0]).toBeGreaterThan(0)
    const restarts = elementsOf(root).filter(({ element }) => element.getAttribute("class") === "restart")
    expect(restarts.map(({ element }) => numberOf(element, "x1"))).toEqual([
      numberOf(restarts[0]!.element, "x2"),
      numberOf(restarts[1]!.element, "x2")
    ])
    expect(textsOf(root).filter(({ text }) => text === "attempt 2")).toHaveLength(2)
  })

  it.each([
    ["no step", []],
    ["one step without loss", [progress(1, 500, 0, 1)]],
    ["step 0", [progress(1, 0, 0.69, 0.5)]],
    ["a restart at the very end", [progress(1, 990, 0.1, 0.9), progress(2, 1, 0.7, 0.2)]],
    ["huge loss", [progress(1, 1, 1e9, 0), progress(1, 123_456, 1e-12, 0.999_999)]]
  ])("draws %s", (_, events) => {
    expectDrawable(trainingFigureSvg(trainingFigure(events)))
  })
})

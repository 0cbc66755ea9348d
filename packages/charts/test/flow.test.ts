import type { LawEstimate, RunResult } from "@rulescope/flow"
import {
  autocorrelation,
  innovationsOf,
  makeBins,
  parseLaw,
  pitOf,
  predictor,
  simulate,
  takeKramersMoyal
} from "@rulescope/sde"
import { describe, expect, it } from "vitest"
import { innovationFigureSvg, termFigure, termFigureSvg, velocityFigure, velocityFigureSvg } from "../src/flow/index.ts"
import { elementsOf, expectDrawable, parseSvg, textsOf } from "./drawing.ts"

const text = "phi1' = 1.3 - sin(phi1); x' = sin(phi1) - x; noise 0.2, 0.1"
const read = parseLaw(text)
if (!read.ok) throw new Error(read.error.reason)
const law = read.value
const recording = simulate(law, { interval: 0.1, samples: 20_000, discard: 20, seed: "figures" })
const taken = takeKramersMoyal([recording], makeBins([recording], 20))

const rows = (values: ArrayLike<number>) =>
  Array.from(taken.counts, (_, c) => [values[2 * c]!, values[2 * c + 1]!] as const)
const perStep = (sums: Float64Array) => sums.map((sum, i) => sum / taken.counts[Math.floor(i / 2)]!)
const states = rows(perStep(taken.states))

const term = (coordinate: string, name: string, more: Partial<LawEstimate["classes"][number]>) => ({
  coordinate,
  term: name,
  value: 0,
  error: 0.02,
  alone: { value: 0, error: 0.03 },
  present: 0.001,
  openness: 0.1,
  state: "absent" as const,
  because: "",
  ...more
})

const estimate: LawEstimate = {
  law: null,
  classes: [
    term("phi1", "1", { value: 1.31, present: 1, state: "known" }),
    term("phi1", "sin(phi1)", { value: -0.98, present: 1, state: "known" }),
    term("phi1", "cos(phi1)", {}),
    term("x", "sin(phi1)", { alone: { value: 0.7, error: 0.4 }, present: 0.6, state: "undetermined" }),
    term("x", "x", { alone: null, error: null, present: 0.5, state: "undetermined" })
  ],
  laws: [
    {
      recordings: [0],
      law: text,
      noise: {
        matrix: law.noise,
        error: [
          [0.01, 0],
          [0, 0.01]
        ]
      }
    }
  ],
  readingError: { value: 0, error: 0 },
  order: 3,
  used: { inferrer: "test", evidence: "observations", parameters: {} }
}

const { at, mean } = predictor(law, 0.1, 3)
const said = states.map((x) => {
  at(x)
  return [mean[0]! / 0.1, mean[1]! / 0.1] as const
})

const result: Pick<RunResult, "census" | "estimate" | "evidence" | "recordings" | "truth"> = {
  census: { steps: 19_999, bins: taken.counts.length, key: "" },
  estimate,
  evidence: {
    states,
    counts: Array.from(taken.counts),
    velocity: rows(perStep(taken.increments).map((value) => value / 0.1)),
    velocityError: Array.from(taken.counts, (n) => [Math.sqrt(0.2 / 0.1 / n), Math.sqrt(0.1 / 0.1 / n)]),
    predictedVelocity: said,
    drift: said,
    heldOutScore: null
  },
  recordings: [
    {
      source: "",
      coordinates: law.space.coordinates.map((one) => ({ ...one, wrapped: false, because: "" })),
      interval: 0.1,
      samples: 20_000,
      missing: 0,
      heldOutFrom: 16_000
    }
  ],
  truth: text
}

const { own } = innovationsOf(law, 3, recording)
const columns = law.space.coordinates.map(({ name }, k) => ({ name, series: own.filter((_, i) => i % 2 === k) }))
const verdict = {
  because: "nothing is left",
  steps: 19_999,
  pit: columns.map(({ name, series }) => ({ coordinate: name, shares: Array.from(pitOf(series).shares) })),
  autocorrelation: columns.map(({ name, series }) => ({ coordinate: name, lags: autocorrelation(series, 10) }))
}

const classed = (svg: string, name: string) =>
  elementsOf(parseSvg(svg)).filter(({ element }) => element.getAttribute("class") === name)

describe("velocities", () => {
  const data = velocityFigure(result)

  it("count every step once on each axis, and hold model and law at the same states", () => {
    for (const { points } of data.panels) {
      expect(points.reduce((sum, { steps }) => sum + steps, 0)).toBe(19_999)
      for (const { error, law, model, observed } of points) {
        expect(law).toBeCloseTo(model, 9)
        expect(Math.abs(observed - model) / error).toBeLessThan(5)
      }
    }
    const [junction] = data.panels
    for (const { model, x } of junction!.points) expect(model).toBeCloseTo(1.3 - Math.sin(x), 0)
  })

  it("leave the law out where it has coordinates that nobody recorded", () => {
    const hidden = { ...estimate, laws: [{ ...estimate.laws[0]!, law: "phi1' = v; v' = -v; x' = 1; noise 0, 1, 1" }] }
    const without = velocityFigure({ ...result, estimate: hidden })
    expect(without.panels.every(({ points }) => points.every((point) => point.law === null))).toBe(true)
    expect(classed(velocityFigureSvg(without), "law")).toHaveLength(0)
    expect(classed(velocityFigureSvg(data), "law")).toHaveLength(2)
  })

  it("draw a mark for each point", () => {
    const points = data.panels.flatMap((panel) => panel.points)
    expect(classed(velocityFigureSvg(data), "velocity")).toHaveLength(points.length)
  })
})

describe("terms", () => {
  const data = termFigure(result)

  it("are those that are known or open, with what the stated law has", () => {
    expect(data.rows.map(({ name, truth }) => [name, truth])).toEqual([
      ["1", 1.3],
      ["sin(phi1)", -1],
      ["sin(phi1)", 1],
      ["x", -1]
    ])
    expect(data.rows.map(({ value }) => value)).toEqual([1.31, -0.98, 0.7, null])
    expect(data.absent).toBe(1)
    expect(termFigure({ ...result, truth: null }).rows.every(({ truth }) => truth === null)).toBe(true)
  })

  it("say where the data leave one free", () => {
    const svg = termFigureSvg(data)
    expect(textsOf(parseSvg(svg)).filter(({ text }) => text === "the data leave it free")).toHaveLength(1)
    expect(classed(svg, "truth")).toHaveLength(5)
    expect(classed(svg, "term known")).toHaveLength(2)
    expect(classed(svg, "term undetermined")).toHaveLength(2)
  })
})

describe("innovations", () => {
  it("have a bar for each share and a stem for each lag", () => {
    const svg = innovationFigureSvg(verdict)
    expect(classed(svg, "share")).toHaveLength(verdict.pit.reduce((sum, { shares }) => sum + shares.length, 0))
    expect(classed(svg, "lag")).toHaveLength(20)
  })
})

it("figures of flows: finite numbers, everything on the page, no text on another", () => {
  for (const theme of ["light", "dark"] as const) {
    expectDrawable(velocityFigureSvg(velocityFigure(result), { theme }))
    expectDrawable(termFigureSvg(termFigure(result), { theme }))
    expectDrawable(innovationFigureSvg(verdict, { theme }))
  }
})

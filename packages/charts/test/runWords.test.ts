import { describe, expect, it } from "vitest"
import {
  classFigure,
  classFigureSvg,
  counterFigure,
  counterFigureSvg,
  englishRunWords,
  familyFigure,
  familyFigureSvg,
  trainingFigure,
  trainingFigureSvg
} from "../src/index.ts"
import { caseNames, caseResult } from "./cases.ts"
import { expectDrawable, parseSvg, textsOf } from "./drawing.ts"
import { twoStates } from "./twoStates.ts"

/** Words of a language that nobody speaks: those of English with one wide letter for every two of theirs, as wide as they. */
const spoken = <A>(words: A): A => {
  if (typeof words === "string") return words.replaceAll(/[a-z]{1,2}/gi, "字") as A
  if (typeof words === "function") return ((...values: ReadonlyArray<unknown>) => spoken(words(...values))) as A
  if (Array.isArray(words)) return words.map(spoken) as A
  if (typeof words !== "object" || words === null) return words
  return Object.fromEntries(Object.entries(words).map(([name, one]) => [name, spoken(one)])) as A
}
const words = spoken(englishRunWords)

/** English words, tooltips included, once rules, class names, the ids of plugins and `names` are taken away. */
const englishIn = (svg: string, names: ReadonlyArray<string> = []): ReadonlyArray<string> =>
  [...svg.matchAll(/<(?:text|title)\b[^>]*>([^<]*)</g)]
    .flatMap(([, text]) => text!.replaceAll(/&[a-z]+;/g, "").split(/[^A-Za-z0-9/+…-]+/))
    .filter((word) => /^[A-Za-z]?[a-z]{2,}$/.test(word) && !["likelihood", "threshold", ...names].includes(word))

describe("figures of a run in another language", () => {
  it.each(caseNames)("counters and classes of the case %s have no English word", (name) => {
    const result = caseResult(name)
    const counters = counterFigureSvg(counterFigure(result, twoStates, words))
    const classes = classFigureSvg(classFigure(result, twoStates, words))
    const parameters = Object.keys(result.estimate.used.parameters)
    expect(englishIn(counters, parameters)).toEqual([])
    expect(englishIn(classes, parameters)).toEqual([])
    expectDrawable(counters)
    expectDrawable(classes)
    expect(textsOf(parseSvg(counters)).length).toBe(
      textsOf(parseSvg(counterFigureSvg(counterFigure(result, twoStates)))).length
    )
  })

  it.each(["marginal likelihood", "held-out composite likelihood"])("families chosen by %s", (criterion) => {
    const score = { logEvidence: -10, observed: 3, classes: 18, contradicted: 0, error: 0 }
    const scores = ["life-like", "isotropic", "map", "elementary"].map((family, i) => ({
      ...score,
      family,
      logEvidence: -10 * i
    }))
    const svg = familyFigureSvg(
      familyFigure({ family: { id: "life-like", criterion, scores, symmetry: null } }, twoStates, words)
    )
    expect(englishIn(svg)).toEqual([])
  })

  it("training", () => {
    const step = {
      _tag: "TrainingProgressed",
      maxSteps: 100,
      loss: 0.1,
      accuracy: 0.9,
      patternsRight: 9,
      patterns: 10
    } as const
    const events = [
      { ...step, step: 100, attempt: 1 },
      { ...step, step: 100, attempt: 2 }
    ]
    const svg = trainingFigureSvg(trainingFigure(events, words))
    expect(englishIn(svg)).toEqual([])
    expect(englishIn(trainingFigureSvg(trainingFigure([], words)))).toEqual([])
  })
})

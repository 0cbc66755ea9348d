import { type Census, type Observation, type Rule, takeCensus } from "@rulescope/lattice"
import { type Claim, type Verdict } from "@rulescope/automata"
import { wilson } from "@rulescope/core"
import { attainable } from "./expectation.ts"
import { replay } from "./fromOneFrame.ts"
import { type Misfit, misfit } from "./misfit.ts"
import { oneStep } from "./oneStep.ts"
import { UnderNoise } from "./underNoise.ts"

/** How strictly frames are judged. */
export interface Terms {
  /** Share of decided cells that may contradict a confirmed rule where no noise is stated. */
  readonly tolerance: number
  /** Contradictions listed, at most. */
  readonly listed: number
}

const grouped = (count: number): string => count.toLocaleString("en-US")

const cells = (count: number): string => `${grouped(count)} ${count === 1 ? "cell" : "cells"}`

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`

type Judgement = Pick<Verdict, "status" | "because">

/** Without noise every contradiction counts. */
const strictly = (
  { contradicted, decided, undecided }: Pick<Verdict, "contradicted" | "decided" | "undecided">,
  tolerance: number
): Judgement => {
  if (contradicted > tolerance * decided) {
    return { status: "refuted", because: `${grouped(contradicted)} of ${cells(decided)} contradict the rule` }
  }
  const open = undecided === 0 ? "" : `; ${cells(undecided)} of undetermined classes left out`
  const because =
    contradicted === 0
      ? `all ${cells(decided)} agree${open}`
      : `${grouped(contradicted)} of ${cells(decided)} disagree, within the tolerance${open}`
  return { status: "confirmed", because }
}

/** With noise the outcomes of every class have to be as the rule and the noise lead to expect. */
const underNoise = (
  { accuracy, undecided }: Pick<Verdict, "accuracy" | "undecided">,
  { high, low }: { readonly low: number; readonly high: number },
  { allowed, byClass, nats }: Misfit,
  otherwise: ReadonlyArray<number>,
  { family: { classes } }: Rule
): Judgement => {
  const reached = `${percent(accuracy)} of the cells agree`
  const named = (indices: ReadonlyArray<number>): string =>
    `${indices.length === 1 ? "class" : "classes"} ${indices
      .slice(0, 5)
      .map((index) => classes[index]!.name)
      .join(", ")}`
  if (otherwise.length > 0) {
    const because = `${reached}, but ${named(otherwise)} the other way would explain them much better`
    return { status: "refuted", because }
  }
  if (nats > allowed) {
    const worst = [...byClass.keys()]
      .filter((index) => byClass[index]! > blamed * nats)
      .sort((a, b) => byClass[b]! - byClass[a]!)
    return { status: "refuted", because: `${reached}, but noise does not explain the others: see ${named(worst)}` }
  }
  const open = undecided === 0 ? "" : `; ${cells(undecided)} of undetermined classes left out`
  const range = `${percent(low)} to ${percent(high)}`
  return { status: "confirmed", because: `${reached}, as a true rule does at this noise (${range})${open}` }
}

/** Share of the misfit from which a class is named. */
const blamed = 0.1

/** Probabilities of the listed contradictions under noise, by the pattern in which each stands. */
const withProbabilities = (
  contradictions: Verdict["contradictions"],
  observations: ReadonlyArray<Observation>,
  rule: Rule,
  noise: UnderNoise
): Verdict["contradictions"] => {
  const chance = noise.contradiction()
  const { neighbourhood, states } = rule.family
  return contradictions.map((cell) => {
    const observation = observations[cell.recording]!
    const { height, width } = observation.recording
    const one = { ...observation, transitions: [cell.frame - 1] }
    let pattern = 0
    for (const [dx, dy] of neighbourhood.offsets) {
      const [x, y] = [cell.x + dx, cell.y + dy]
      const inside = x >= 0 && x < width && y >= 0 && y < height
      const at = (cell.frame - 1) * width * height + ((y + height) % height) * width + ((x + width) % width)
      pattern = pattern * states + (inside || one.boundary === "torus" ? one.recording.cells[at]! : 0)
    }
    return { ...cell, byNoise: chance[pattern]! }
  })
}

/** Every recorded transition from the frame before, then all of them from one frame. */
export const judge = (claim: Claim, observations: ReadonlyArray<Observation>, terms: Terms): Verdict => {
  const { noise, rule, stride } = claim
  const steps = oneStep(claim, observations, terms.listed)
  const { contradicted, decided, transitions } = steps
  const accuracy = decided === 0 ? 0 : (decided - contradicted) / decided
  const noisy = noise.observation > 0 || noise.dynamic > 0
  const verdict = {
    ...steps,
    accuracy,
    interval: wilson(decided - contradicted, decided),
    attainable: null,
    replay: replay(claim, observations)
  }
  if (transitions === 0) return { ...verdict, status: "inconclusive", because: "no transition was held out" }
  if (decided === 0) {
    return { ...verdict, status: "inconclusive", because: "the rule decides none of the observed cells" }
  }
  if (!noisy || contradicted === 0 || rule.family.partition === null || stride > 1) {
    return { ...verdict, ...strictly(verdict, terms.tolerance) }
  }
  const census: Census = takeCensus(rule.family.neighbourhood, rule.family.states, observations)
  const range = attainable(rule, census, noise, decided)
  const explained = misfit(rule, census, noise)
  const model = new UnderNoise(rule, census, noise)
  return {
    ...verdict,
    contradictions: withProbabilities(steps.contradictions, observations, rule, model),
    attainable: range,
    misfit: { nats: explained.nats, allowed: explained.allowed },
    ...underNoise(verdict, range, explained, model.refutedClasses(), rule)
  }
}

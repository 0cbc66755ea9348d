import { type ClassTable, rowTotal } from "@rulescope/lattice"
import {
  agreedLabels,
  type Evidence,
  evidenceField,
  Inferrer,
  labelPosterior,
  makeEstimate,
  singleSteps,
  tablesOf,
  whyOpen
} from "@rulescope/automata"
import { Plugin } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"
import { askOf, readLabels } from "./readLabels.ts"

const id = "threshold"

const positive = (initial: number, description: string) =>
  Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0))
    .annotate({ description })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(initial)))

export const Config = Schema.Struct({
  ratio: positive(0.6, "A class counts when it was met more often than ratio · (1 − accuracy) · cells of its state."),
  beta: positive(10, "A next state is accepted when it is predicted more than beta times as often as the others."),
  evidence: evidenceField("predictions")
})
export type Config = typeof Config.Type

/** α of every cell state: ⌊ratio · (1 − accuracy) · cells in that state⌋. */
export const frequencyThresholds = ({ counts, family }: ClassTable, accuracy: number, ratio: number): Float64Array => {
  const { classes, states } = family
  const cells = new Float64Array(states)
  for (const [index, { centre }] of classes.entries()) {
    for (let next = 0; next < states; next++) cells[centre]! += counts[index * states + next]!
  }
  return cells.map((total) => Math.floor(ratio * (1 - accuracy) * total))
}

const read = ({ beta, evidence: choice, ratio }: Config, evidence: Evidence) => {
  const { accuracy, family, observed } = evidence
  const { states } = family
  const readings = tablesOf(choice, evidence).map(({ name, table }) => {
    const alpha = frequencyThresholds(table, accuracy, ratio)
    const counts = askOf(table, alpha, beta)
    const counted = name === "observed" ? ("observations" as const) : ("predictions" as const)
    const asked = counts.map((one) => ({ counted, ...one }))
    return { name, table, alpha, asked, labels: readLabels(table, counts) }
  })
  const parameters: Record<string, number> = { ratio, beta, accuracy }
  for (const { alpha, name } of readings) {
    for (const [state, value] of alpha.entries()) {
      const key = states === 2 ? `alpha${state === 0 ? "Dead" : "Live"}` : `alpha${state}`
      parameters[readings.length > 1 ? `${name} ${key}` : key] = value
    }
  }
  return makeEstimate(family, {
    labels: agreedLabels(readings.map(({ labels }) => labels)),
    support: family.classes.map((_, index) => rowTotal(observed.counts, states, index)),
    posterior: labelPosterior(evidence),
    noise: evidence.noise,
    asked: readings.map(({ asked }) => asked),
    whyOpen: (index) => whyOpen(readings, index),
    used: { inferrer: id, evidence: choice, parameters }
  })
}

/** The report's threshold reading of the counters of predicted transitions. */
export const threshold = Plugin.make({
  id,
  version: 3,
  summary: "The report's thresholds on frequency and dominance of the counters.",
  config: Config,
  layer: (config) =>
    Layer.succeed(
      Inferrer,
      Inferrer.admitting({
        admit: (question) => singleSteps(id, question),
        infer: (evidence) => Effect.sync(() => read(config, evidence))
      })
    )
})

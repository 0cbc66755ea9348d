import { type ClassTable, undetermined } from "@rulescope/automata"
import { type Evidence, Inferrer, labelPosterior, makeEstimate, Plugin, singleSteps } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"

const id = "threshold"

const positive = (initial: number, description: string) =>
  Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0))
    .annotate({ description })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(initial)))

export const Config = Schema.Struct({
  ratio: positive(0.6, "A class counts when it was met more often than ratio · (1 − accuracy) · cells of its state."),
  beta: positive(10, "A next state is accepted when it is predicted more than beta times as often as the others.")
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

/**
 * Labels of the report's threshold rule (design.md, section 1): a class counts when its frequency exceeds
 * α of its state; then it goes live when C[live] > β · C[dead], both strict, and dead otherwise. A class that
 * does not count is undetermined.
 *
 * Departs from source: the report leaves such classes out of the rule, which is the MIN of the range. With
 * more than two states the label is the state that exceeds β times all others together, else undetermined.
 */
export const readLabels = ({ counts, family }: ClassTable, alpha: ArrayLike<number>, beta: number): Uint8Array => {
  const { classes, states } = family
  return Uint8Array.from(classes, ({ centre }, index) => {
    const row = counts.subarray(index * states, (index + 1) * states)
    const total = row.reduce((sum, count) => sum + count, 0)
    if (total <= alpha[centre]!) return undetermined
    const accepted = row.findIndex((count, next) => (next > 0 || states > 2) && count > beta * (total - count))
    if (accepted >= 0) return accepted
    return states === 2 ? 0 : undetermined
  })
}

const read = ({ beta, ratio }: Config, { accuracy, family, observed, predicted }: Evidence) => {
  const alpha = frequencyThresholds(predicted, accuracy, ratio)
  const labels = readLabels(predicted, alpha, beta)
  const { states } = family
  const posterior = labelPosterior(observed)
  const support = family.classes.map((_, index) =>
    observed.counts.subarray(index * states, (index + 1) * states).reduce((sum, count) => sum + count, 0)
  )
  const thresholds =
    states === 2
      ? { alphaDead: alpha[0]!, alphaLive: alpha[1]! }
      : Object.fromEntries(Array.from(alpha, (value, state) => [`alpha${state}`, value]))
  const parameters = { ratio, beta, accuracy, ...thresholds }
  return makeEstimate(family, {
    labels,
    support,
    posterior,
    used: { inferrer: id, evidence: "predictions", parameters }
  })
}

/** The report's threshold reading of the counters of predicted transitions. */
export const threshold = Plugin.make({
  id,
  version: 1,
  summary: "The report's thresholds on frequency and dominance, read from the network's predictions.",
  config: Config,
  layer: (config) =>
    Layer.succeed(
      Inferrer,
      Inferrer.of({ infer: (evidence) => Effect.map(singleSteps(id, evidence), () => read(config, evidence)) })
    )
})

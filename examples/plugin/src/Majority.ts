import { type Evidence, Inferrer, labelPosterior, makeEstimate, singleSteps, whyOpen } from "@rulescope/automata"
import { Plugin } from "@rulescope/core"
import { rowTotal, undetermined } from "@rulescope/lattice"
import { Effect, Layer, Schema } from "effect"

const id = "majority"

const Config = Schema.Struct({
  atLeast: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))
    .annotate({ description: "A class counts when it was observed at least so often." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(1)))
})

/** The most frequent next state of every class that was observed often enough. */
const read = ({ atLeast }: typeof Config.Type, evidence: Evidence) => {
  const { family, observed } = evidence
  const { classes, states } = family
  const support = classes.map((_, index) => rowTotal(observed.counts, states, index))
  const labels = Uint8Array.from(classes, (_, index) => {
    if (support[index]! < atLeast) return undetermined
    const row = observed.counts.subarray(index * states, (index + 1) * states)
    return row.indexOf(Math.max(...row))
  })
  // The count has to be exceeded.
  const least = {
    counted: "observations",
    cells: atLeast - 1,
    next: Array.from({ length: states }, () => null)
  } as const
  const asked = classes.map(() => least)
  const used = { inferrer: id, evidence: "observations", parameters: { atLeast } } as const
  return makeEstimate(family, {
    labels,
    support,
    posterior: labelPosterior(evidence),
    asked: [asked],
    whyOpen: (index) => whyOpen([{ table: observed, labels, asked }], index),
    used
  })
}

export const majority = Plugin.make({
  id,
  version: 1,
  summary: "The next state that was observed most often.",
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

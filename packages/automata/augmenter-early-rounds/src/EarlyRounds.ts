import { Augmenter } from "@rulescope/automata"
import { Plugin } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"

export const Config = Schema.Struct({
  rounds: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1_000_000 }))
    .annotate({ description: "First transitions of every recording that count more." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(5))),
  factor: Schema.Finite.check(Schema.isBetween({ minimum: 1, maximum: 1_000_000 }))
    .annotate({ description: "How many times as much they count." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(4))),
  decay: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
    .annotate({ description: "Share of the surplus left at each later transition; 0: it ends at once." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0)))
})
export type Config = typeof Config.Type

/** Weight of transition t: `factor` in the first rounds, then 1 + (factor − 1) · decay^(t − rounds + 1). */
export const weightOf = ({ decay, factor, rounds }: Config, t: number): number =>
  t < rounds ? factor : 1 + (factor - 1) * decay ** (t - rounds + 1)

/**
 * Samples the first rounds more often in training (the report's second answer to skewed counts).
 *
 * Departs from source: the report draws them more often at random; a weight is the expectation of that, exactly.
 */
export const earlyRounds = Plugin.make({
  id: "early-rounds",
  version: 1,
  summary: "Weights the first rounds of every recording up in training.",
  config: Config,
  layer: (config) =>
    Layer.succeed(
      Augmenter,
      Augmenter.of({
        purpose: "training",
        augment: (samples) =>
          Effect.succeed(
            samples.map((sample) => ({
              ...sample,
              weights: sample.weights.map((weight, i) => weight * weightOf(config, sample.transitions[i]!))
            }))
          )
      })
    )
})

import { lineOf, type Problem, problemFields, problemIn } from "@rulescope/core"
import { Context, type Effect, Schema } from "effect"
import type { Sample } from "./Sample.ts"

/** The samples cannot be augmented this way; `reason` says why, `remedy` what to do. */
export class AugmentError extends Schema.TaggedError<AugmentError>()("AugmentError", {
  plugin: Schema.String,
  ...problemFields
}) {
  get problem(): Problem {
    return problemIn(this.plugin, this)
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** Changes what is learned from, or what the network is asked about; never what counts as observed. */
export class Augmenter extends Context.Service<
  Augmenter,
  {
    /**
     * "training": the census that the backbone learns from. "statistics": the patterns that the network is
     * asked about, of which the counters are made.
     */
    readonly purpose: "training" | "statistics"
    /**
     * Same samples and seed, same answer. A pair of cell and outcome stays what it was or becomes unobserved;
     * none is made up.
     */
    readonly augment: (
      samples: ReadonlyArray<Sample>,
      seed: string
    ) => Effect.Effect<ReadonlyArray<Sample>, AugmentError>
  }
>()("@rulescope/automata/Augmenter") {}

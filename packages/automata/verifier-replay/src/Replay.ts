import { Verifier } from "@rulescope/automata"
import { Plugin } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"
import { judge } from "./judge.ts"

const Config = Schema.Struct({
  tolerance: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
    .annotate({ description: "Share of decided cells that may contradict a confirmed rule where no noise is stated." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0))),
  listed: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 10_000 }))
    .annotate({ description: "Contradicting cells listed in the verdict, at most." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(20)))
})

/** One step of the rule on every frame, then a replay from one frame; with noise, against what a true rule reaches. */
export const replayVerifier = Plugin.make({
  id: "replay",
  version: 3,
  summary: "Predicts every recorded frame from the one before, then replays from one frame alone.",
  config: Config,
  layer: (config) =>
    Layer.succeed(
      Verifier,
      Verifier.of({ verify: (claim, observations) => Effect.sync(() => judge(claim, observations, config)) })
    )
})

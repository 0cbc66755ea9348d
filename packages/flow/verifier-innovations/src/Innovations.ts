import { Plugin } from "@rulescope/core"
import { Verifier } from "@rulescope/flow"
import { Effect, Layer, Schema } from "effect"
import { examine } from "./examine.ts"

export const Config = Schema.Struct({
  bound: Schema.Finite.check(Schema.isBetween({ minimum: 2, maximum: 10 }))
    .annotate({ description: "How many standard errors a check may be off." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(5))),
  replays: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 64 }))
    .annotate({
      description: "Recordings that are made with the law to compare velocity, slips and diffusion; 0 for none."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(2)))
})
export type Config = typeof Config.Type

/** Tests a law by the innovations it leaves, and by recordings made with it. */
export const innovations = Plugin.make({
  id: "innovations",
  version: 2,
  summary: "Tests a law by what it leaves unexplained of every step, and by recordings made with it.",
  config: Config,
  layer: (config) =>
    Layer.succeed(Verifier, Verifier.of({ verify: (exam) => Effect.sync(() => examine(config, exam)) }))
})

import { cached, jsonCodec, type StageCache, staged, step } from "@rulescope/core"
import { Effect } from "effect"
import { confidence } from "../confidence/labelPosterior.ts"
import type { Evidence } from "../Evidence.ts"
import { type InferError, Inferrer } from "../Inferrer.ts"
import { RuleEstimate } from "../RuleEstimate.ts"
import { report, RunEvent } from "../RunEvent.ts"

/** Reads a rule out of the evidence. */
const work = Effect.fn("infer")(function* (
  _: unknown,
  { gather }: { readonly gather: Evidence },
  key: Effect.Effect<string>
): Effect.fn.Return<RuleEstimate, InferError, Inferrer | StageCache.StageCache> {
  const inferrer = yield* Inferrer
  const estimate = yield* staged("infer", cached(yield* key, jsonCodec(RuleEstimate), inferrer.infer(gather)))
  yield* report(RunEvent.cases.RuleInferred.make({ estimate, from: "training part" }))
  return estimate
})

export const infer = step({
  id: "infer",
  after: ["gather"],
  places: ["inferrer"],
  fields: [],
  code: [confidence, { id: "estimate", version: 2 }],
  computes: false,
  light: true,
  work
})

import { cached, jsonCodec, type StageCache, staged, step } from "@rulescope/core"
import { Effect } from "effect"
import { confidence } from "../confidence/labelPosterior.ts"
import { type InferError, Inferrer } from "../Inferrer.ts"
import { RuleEstimate } from "../RuleEstimate.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { Observed } from "./observe.ts"
import type { Whole } from "./whole.ts"

interface Found {
  readonly observe: Observed
  readonly infer: RuleEstimate
  readonly whole: Whole
}

/** Reads the law once more, from all frames: what the run answers. Where nothing was held out it has been read. */
const work = Effect.fn("reread")(function* (
  _: unknown,
  { infer, observe, whole }: Found,
  key: Effect.Effect<string>
): Effect.fn.Return<RuleEstimate, InferError, Inferrer | StageCache.StageCache> {
  if (observe.prepared.heldOut.length === 0) return infer
  const inferrer = yield* Inferrer
  const estimate = yield* staged("infer", cached(yield* key, jsonCodec(RuleEstimate), inferrer.infer(whole.evidence)))
  yield* report(RunEvent.cases.RuleInferred.make({ estimate, from: "all frames" }))
  return estimate
})

export const reread = step({
  id: "reread",
  after: ["infer", "whole"],
  places: ["inferrer"],
  fields: [],
  code: [confidence, { id: "estimate", version: 2 }],
  computes: false,
  light: true,
  work
})

import { cached, contentKey, jsonCodec, type StageCache, staged, step } from "@rulescope/core"
import { Effect, Schema } from "effect"
import type { InferError } from "../errors.ts"
import { Inferrer } from "../Inferrer.ts"
import { LawEstimate } from "../LawEstimate.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { Gathered } from "./gather.ts"
import type { Observed } from "./observe.ts"

/** The law of the recordings whole, which is printed, and that of the training parts, which is proved. */
export const Readings = Schema.Struct({ printed: LawEstimate, proved: LawEstimate })
export type Readings = typeof Readings.Type

interface Found {
  readonly observe: Observed
  readonly gather: Gathered
}

/** Reads a law out of the evidence, once without the held-out parts and once with them. */
const work = Effect.fn("infer")(function* (
  _: unknown,
  { gather: { evidence }, observe: { prepared } }: Found,
  key: Effect.Effect<string>
): Effect.fn.Return<Readings, InferError, Inferrer | StageCache.StageCache> {
  const inferrer = yield* Inferrer
  const both = Effect.all({
    proved: inferrer.infer(evidence),
    printed: inferrer.infer({ ...evidence, recordings: prepared.whole })
  })
  const readings = yield* staged("infer", cached(contentKey({ infer: yield* key }), jsonCodec(Readings), both))
  yield* report(RunEvent.cases.LawInferred.make({ estimate: readings.printed }))
  return readings
})

export const infer = step({
  id: "infer",
  after: ["gather"],
  places: ["inferrer"],
  fields: [],
  code: [{ id: "flow-estimate", version: 1 }],
  computes: false,
  light: true,
  work
})

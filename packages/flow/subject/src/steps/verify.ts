import { cached, jsonCodec, type Opened, type StageCache, staged, step } from "@rulescope/core"
import { Effect } from "effect"
import type { LibraryDecision } from "../Library.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { RunSpec } from "../RunSpec.ts"
import { Verdict, Verifier } from "../Verifier.ts"
import type { Gathered } from "./gather.ts"
import type { Readings } from "./infer.ts"
import type { Observed } from "./observe.ts"

interface Found {
  readonly observe: Observed
  readonly choose: LibraryDecision
  readonly gather: Gathered
  readonly infer: Readings
}

/** Tests the law: what it leaves unexplained of the recordings, and of the parts that nobody learned from. */
const work = Effect.fn("verify")(function* (
  { spec }: Opened<RunSpec>,
  { choose, gather, infer: { printed, proved }, observe: { prepared } }: Found,
  key: Effect.Effect<string>
): Effect.fn.Return<Verdict, never, Verifier | StageCache.StageCache> {
  const verifier = yield* Verifier
  const exam = {
    library: choose.library,
    printed,
    whole: prepared.whole,
    proved,
    heldOut: prepared.heldOut,
    network: gather.heldOut,
    seed: `${spec.seed}/verify`
  }
  const verdict = yield* staged("verify", cached(yield* key, jsonCodec(Verdict), verifier.verify(exam)))
  yield* report(RunEvent.cases.VerdictReached.make({ verdict }))
  return verdict
})

export const verify = step({
  id: "verify",
  after: ["gather", "infer"],
  places: ["verifier"],
  fields: [],
  code: [{ id: "flow-estimate", version: 1 }],
  computes: false,
  light: true,
  work
})

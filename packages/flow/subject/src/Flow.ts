import { type AnyStep, type FoundBy, type Opened, type StageCache, type Subject } from "@rulescope/core"
import type { Backbone } from "./Backbone.ts"
import { checkSpec } from "./checkSpec.ts"
import type { Chooser } from "./Chooser.ts"
import type { RunFailure } from "./Failure.ts"
import type { Generator } from "./Generator.ts"
import type { Inferrer } from "./Inferrer.ts"
import { refuted } from "./LawEstimate.ts"
import { metrics } from "./metrics.ts"
import { detailOf, RunDetail } from "./RunDetail.ts"
import { RunEvent, Stage } from "./RunEvent.ts"
import { type Concluded, RunResult } from "./RunResult.ts"
import { RunSpec } from "./RunSpec.ts"
import { score } from "./score.ts"
import { admit } from "./steps/admit.ts"
import { choose } from "./steps/choose.ts"
import { gather } from "./steps/gather.ts"
import { infer } from "./steps/infer.ts"
import { learn } from "./steps/learn.ts"
import { observe, source } from "./steps/observe.ts"
import { verify } from "./steps/verify.ts"
import type { Verdict, Verifier } from "./Verifier.ts"

/** A run from top to bottom. */
const steps = [observe, choose, admit, learn, gather, infer, verify] as const

type Found = FoundBy<typeof steps>
type Services = Generator | Chooser | Backbone | Inferrer | Verifier | StageCache.StageCache

const conclude = ({ spec }: Opened<RunSpec>, found: Found & { readonly verify: Verdict | null }): Concluded => {
  const { choose, gather, infer, learn, observe, verify } = found
  return {
    spec,
    recordings: observe.prepared.recordings,
    library: choose,
    census: { steps: observe.steps, bins: observe.census.cells.length, key: observe.censusKey },
    model: { key: learn.modelKey, info: learn.model.info },
    evidence: gather.summary,
    estimate: verify?.status === "refuted" ? refuted(infer.printed, verify.because) : infer.printed,
    verdict: verify,
    truth: observe.truth
  }
}

/** The type of the subject, by a name. */
export interface Flow extends Subject<RunSpec, RunEvent, Concluded, RunFailure, Services> {}

/** Stochastic flows: samples of phases and reals, and the law behind them. */
export const flow: Flow = {
  id: "flow",
  summary: "Stochastic flows: samples of noise-driven phases and reals, and the law behind them.",
  spec: RunSpec,
  event: RunEvent,
  result: RunResult,
  detail: { schema: RunDetail, of: detailOf },
  stages: Stage.literals,
  steps: steps as ReadonlyArray<AnyStep>,
  check: checkSpec,
  source,
  started: (spec) => RunEvent.cases.RunStarted.make({ spec }),
  // A run leaves nothing out.
  finished: (result) => RunEvent.cases.RunFinished.make({ result: result as RunResult }),
  conclude,
  passing: ({ _tag }) => _tag === "BackboneError",
  metrics,
  row: score
}

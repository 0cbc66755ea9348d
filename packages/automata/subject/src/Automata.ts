import { type AnyStep, type FoundBy, type Opened, type StageCache, type Subject } from "@rulescope/core"
import type { FamilyKind } from "@rulescope/lattice"
import type { Backbone } from "./Backbone.ts"
import { checkSpec } from "./checkSpec.ts"
import type { Chooser } from "./Chooser.ts"
import { summariseEvidence } from "./Evidence.ts"
import type { RunFailure } from "./Failure.ts"
import type { Generator } from "./Generator.ts"
import type { Inferrer } from "./Inferrer.ts"
import { metrics } from "./metrics.ts"
import { detailOf, RunDetail } from "./RunDetail.ts"
import { RunEvent, Stage } from "./RunEvent.ts"
import { type Concluded, RunResult, type Verdicts } from "./RunResult.ts"
import { RunSpec } from "./RunSpec.ts"
import { score } from "./score.ts"
import { admit } from "./steps/admit.ts"
import { ask } from "./steps/ask.ts"
import { choose } from "./steps/choose.ts"
import { count } from "./steps/count.ts"
import { gather } from "./steps/gather.ts"
import { infer } from "./steps/infer.ts"
import { learn } from "./steps/learn.ts"
import { observe, source } from "./steps/observe.ts"
import { judge } from "./steps/judge.ts"
import { relearn } from "./steps/relearn.ts"
import { reread } from "./steps/reread.ts"
import { verify } from "./steps/verify.ts"
import { whole } from "./steps/whole.ts"
import { inKeeping } from "./verdict/judge.ts"
import type { Judgement } from "./verdict/Judgement.ts"
import type { Verifier } from "./Verifier.ts"

/** A run from top to bottom. */
const stepsAmong = (families: ReadonlyArray<FamilyKind>) =>
  [observe(families), choose, admit, count, ask, learn, gather, infer, verify, relearn, whole, reread, judge] as const

type Found = FoundBy<ReturnType<typeof stepsAmong>>
type Services = Generator | Chooser | Backbone | Inferrer | Verifier | StageCache.StageCache

/** What a study may leave out is null. */
type Known = Found & { readonly verify: Verdicts | null; readonly judge: Judgement | null }

const conclude = ({ spec }: Opened<RunSpec>, found: Known): Concluded => {
  const { infer, judge, observe, reread, verify, whole } = found
  const { cells, census, evidence, learned, patterns, space } = whole
  return {
    spec,
    recordings: observe.prepared.recordings.map((info, index) => ({ ...info, ...whole.boundaries[index]! })),
    family: space.choice,
    census: { cells, patterns, of: census.counts.length / census.states, key: learned.censusKey },
    model: { key: learned.modelKey, info: learned.model.info },
    evidence: summariseEvidence(evidence),
    estimate: reread,
    tested: infer,
    verdicts: verify === null || judge === null ? verify : inKeeping(verify, judge),
    ...(judge === null ? {} : { judgement: judge }),
    truth: observe.recordings[0]!.rule
  }
}

/** The type of the subject, by a name. */
export interface Automata extends Subject<RunSpec, RunEvent, Concluded, RunFailure, Services> {}

/** Cellular automata: frames of cells, and the rule behind them, which is looked for among these families. */
export const automata = (families: ReadonlyArray<FamilyKind>): Automata => ({
  id: "automata",
  summary: "Cellular automata: frames of cells, and the rule behind them.",
  spec: RunSpec,
  event: RunEvent,
  result: RunResult,
  detail: { schema: RunDetail, of: detailOf },
  stages: Stage.literals,
  steps: stepsAmong(families) as ReadonlyArray<AnyStep>,
  check: checkSpec(families),
  source,
  started: (spec) => RunEvent.cases.RunStarted.make({ spec }),
  // A run leaves nothing out.
  finished: (result) => RunEvent.cases.RunFinished.make({ result: result as RunResult }),
  conclude,
  passing: ({ _tag }) => _tag === "BackboneError",
  metrics,
  row: score(families)
})

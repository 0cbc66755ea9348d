import { type Opened, step } from "@rulescope/core"
import { fold } from "@rulescope/lattice"
import { Effect } from "effect"
import { tally } from "../family/scoreMisfires.ts"
import type { RuleEstimate } from "../RuleEstimate.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { Verdicts } from "../RunResult.ts"
import type { RunSpec } from "../RunSpec.ts"
import { judgeCase } from "../verdict/judge.ts"
import type { Judgement } from "../verdict/Judgement.ts"
import { rivalOf } from "../verdict/rivals.ts"
import type { Observed } from "./observe.ts"
import { nothingHeldOut } from "./Prepare.ts"
import type { Whole } from "./whole.ts"

interface Found {
  readonly observe: Observed
  readonly infer: RuleEstimate
  readonly whole: Whole
  readonly reread: RuleEstimate
  readonly verify: Verdicts
}

/** Comes to one verdict, and looks for what else the frames may mean where cells contradict every rule of the family. */
const work = ({ spec }: Opened<RunSpec>, { infer, observe, reread, verify, whole }: Found): Effect.Effect<Judgement> =>
  Effect.gen(function* () {
    const { family } = whole.space
    const { prepared, recordings } = observe
    const contradicted =
      family.partition !== null && tally(fold(whole.census.counts, family).counts, family.states).contradicted > 0
    const all = nothingHeldOut(recordings, prepared).training
    const judgement = judgeCase({
      asked: spec.heldOut > 0,
      tested: infer,
      answer: reread,
      family,
      verdicts: verify,
      rival: contradicted && prepared.stride === 1 ? rivalOf(family, all, verify.training.status === "confirmed") : null
    })
    yield* report(RunEvent.cases.Judged.make({ judgement }))
    return judgement
  })

export const judge = step({
  id: "judge",
  after: ["verify", "reread"],
  places: [],
  fields: ["heldOut"],
  code: [{ id: "judge", version: 1 }],
  computes: false,
  light: true,
  foreseen: false,
  work
})

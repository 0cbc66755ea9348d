import { cached, contentKey, jsonCodec, type StageCache, staged, step } from "@rulescope/core"
import { familyName } from "@rulescope/lattice"
import { Effect } from "effect"
import { type RuleEstimate, ruleOf } from "../RuleEstimate.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { Verdicts } from "../RunResult.ts"
import { type Claim, Verdict, Verifier } from "../Verifier.ts"
import type { Space } from "./choose.ts"
import type { Observed } from "./observe.ts"

interface Found {
  readonly observe: Observed
  readonly choose: Space
  readonly infer: RuleEstimate
}

/** What is claimed: it alone is tested, however it was read. */
const claimOf = ({ choose: { family }, infer: estimate }: Found): Claim => ({
  rule: ruleOf(family, estimate),
  stride: estimate.stride,
  noise: estimate.noise
})

/** Tests the rule on the training part and on the frames that nobody learned from. */
const work = Effect.fn("verify")(function* (
  _: unknown,
  found: Found,
  key: Effect.Effect<string>
): Effect.fn.Return<Verdicts, never, Verifier | StageCache.StageCache> {
  const { prepared } = found.observe
  const verifier = yield* Verifier
  const claim = claimOf(found)
  const testOn = Effect.fnUntraced(function* (part: "training" | "held-out") {
    const observations = part === "training" ? prepared.training : prepared.heldOut
    const kept = contentKey({ verify: yield* key, part })
    const verdict = yield* staged("verify", cached(kept, jsonCodec(Verdict), verifier.verify(claim, observations)))
    yield* report(RunEvent.cases.VerdictReached.make({ part, verdict }))
    return verdict
  })
  return { training: yield* testOn("training"), heldOut: yield* testOn("held-out") }
})

export const verify = step({
  id: "verify",
  after: ["observe"],
  places: ["verifier"],
  fields: [],
  code: [{ id: "estimate", version: 1 }],
  computes: false,
  light: true,
  asks: (__: unknown, found: Found) => {
    const { noise, rule, stride } = claimOf(found)
    return Effect.succeed({ family: familyName(rule.family), labels: [...rule.labels], stride, noise })
  },
  foreseen: false,
  work
})

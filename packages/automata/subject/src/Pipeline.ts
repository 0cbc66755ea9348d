import { Effect, Queue, Stream } from "effect"
import type { RunFailure } from "./Failure.ts"
import { gather } from "./Gather.ts"
import { Inferrer } from "./Inferrer.ts"
import { observe } from "./Observe.ts"
import { type Augment, open, type Versions } from "./Open.ts"
import { RuleEstimate, ruleOf } from "./RuleEstimate.ts"
import { report, Reporter, RunEvent } from "./RunEvent.ts"
import type { RunResult } from "./RunResult.ts"
import type { RunSpec } from "./RunSpec.ts"
import { cached, contentKey, jsonCodec, type StageCache, staged } from "@rulescope/core"
import type { Registries } from "./Registries.ts"
import { Verdict, Verifier } from "./Verifier.ts"

export { gather, type Gathered } from "./Gather.ts"
export { observe, type Observed } from "./Observe.ts"
export { type Augment, open, type Versions } from "./Open.ts"

const stages = Effect.fn("Pipeline.stages")(function* <R>(spec: RunSpec, versions: Versions, augment: Augment<R>) {
  yield* report(RunEvent.cases.RunStarted.make({ spec }))
  const observed = yield* observe(spec)
  const { census, choice, family, framesKey, prepared } = observed
  const inferrer = yield* Inferrer
  yield* inferrer.admit({ family, stride: prepared.stride })
  const gathered = yield* gather(spec, versions, augment, observed)
  const { evidence, modelKey, summary } = gathered

  const inferKey = contentKey({
    stage: "infer",
    version: versions.inferrer,
    choice: spec.inferrer,
    family: choice.id,
    model: modelKey,
    frames: framesKey,
    stride: prepared.stride,
    asked: contentKey({}, evidence.asked)
  })
  const estimate = yield* staged("infer", cached(inferKey, jsonCodec(RuleEstimate), inferrer.infer(evidence)))
  yield* report(RunEvent.cases.RuleInferred.make({ estimate }))

  const verifier = yield* Verifier
  const claim = { rule: ruleOf(family, estimate), stride: estimate.stride, noise: estimate.noise }
  const verify = Effect.fnUntraced(function* (part: "training" | "held-out") {
    const observations = part === "training" ? prepared.training : prepared.heldOut
    const key = contentKey({
      stage: "verify",
      version: versions.verifier,
      choice: spec.verifier,
      family: choice.id,
      labels: [...claim.rule.labels],
      stride: claim.stride,
      noise: claim.noise,
      frames: framesKey,
      part
    })
    const verdict = yield* staged("verify", cached(key, jsonCodec(Verdict), verifier.verify(claim, observations)))
    yield* report(RunEvent.cases.VerdictReached.make({ part, verdict }))
    return verdict
  })
  const verdicts = { training: yield* verify("training"), heldOut: yield* verify("held-out") }

  const result: RunResult = {
    spec,
    recordings: prepared.recordings,
    family: choice,
    census: {
      cells: observed.cells,
      patterns: observed.patterns,
      of: census.counts.length / family.states,
      key: gathered.censusKey
    },
    model: { key: modelKey, info: gathered.info },
    evidence: summary,
    estimate,
    verdicts,
    truth: observed.recordings[0]!.rule
  }
  yield* report(RunEvent.cases.RunFinished.make({ result }))
})

/**
 * The whole run as a stream of events, the last of them `RunFinished`.
 *
 * Interrupting the consumer interrupts the stage at work. Finished stages are in the cache, so the same
 * spec goes on where it was.
 */
export const run = <R>(registries: Registries<R>, spec: RunSpec) =>
  Stream.callback<RunEvent, RunFailure, R | StageCache.StageCache>((queue) =>
    open(registries, spec).pipe(
      Effect.flatMap((opened) => Effect.provide(stages(opened.spec, opened.versions, opened.augment), opened.layer)),
      Effect.provideService(Reporter, (event) => Effect.asVoid(Queue.offer(queue, event))),
      Effect.matchCauseEffect({
        onFailure: (cause) => Queue.failCause(queue, cause),
        onSuccess: () => Queue.end(queue)
      })
    )
  )

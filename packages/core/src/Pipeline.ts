import {
  type Census,
  censusTotal,
  type ClassTable,
  type Family,
  observedPatterns,
  takeCensus
} from "@rulescope/automata"
import { Effect, Queue, Stream } from "effect"
import { Backbone } from "./Backbone.ts"
import { contentKey } from "./ContentKey.ts"
import { type Evidence, gatherEvidence, patternTotals } from "./Evidence.ts"
import { chooseFamily } from "./FamilyChoice.ts"
import { Generator } from "./Generator.ts"
import { Inferrer } from "./Inferrer.ts"
import { decodeModel, encodeModel } from "./Model.ts"
import { prepare, RunError } from "./Prepare.ts"
import { type Augment, open, type Versions } from "./Open.ts"
import { RuleEstimate, ruleOf } from "./RuleEstimate.ts"
import { report, Reporter, RunEvent } from "./RunEvent.ts"
import type { EvidenceSummary, RunResult } from "./RunResult.ts"
import type { RunSpec } from "./RunSpec.ts"
import type { RunFailure } from "./Failure.ts"
import { patternCounts, sampleOf, weightedCensus } from "./Sample.ts"
import type { StageCache } from "./StageCache.ts"
import { cached, jsonCodec, type Registries, staged } from "./Stages.ts"
import { Verdict, Verifier } from "./Verifier.ts"

const fresh = <A, E, R>(work: Effect.Effect<A, E, R>) => Effect.map(work, (value) => ({ value, reused: false }))

const rows = ({ counts, family }: ClassTable): ReadonlyArray<ReadonlyArray<number>> =>
  family.classes.map((_, index) => Array.from(counts.subarray(index * family.states, (index + 1) * family.states)))

const summarise = (evidence: Evidence): EvidenceSummary => ({
  classes: evidence.family.classes.map((c) => c.name),
  observed: rows(evidence.observed),
  predicted: rows(evidence.predicted),
  expected: rows(evidence.expected),
  accuracy: evidence.accuracy
})

const smallest = (families: ReadonlyArray<Family>): ReadonlyArray<Family> =>
  [...families].sort((a, b) => a.classes.length - b.classes.length).slice(0, 1)

const stages = Effect.fn("Pipeline.stages")(function* <R>(spec: RunSpec, versions: Versions, augment: Augment<R>) {
  yield* report(RunEvent.cases.RunStarted.make({ spec }))

  const generator = yield* Generator
  const recordings = yield* staged("generate", fresh(generator.generate(`${spec.seed}/generate`)))
  const prepared = yield* prepare(spec, recordings)
  yield* report(RunEvent.cases.RecordingsReady.make({ recordings: prepared.recordings }))

  const { neighbourhood, states } = prepared.candidates[0]!
  const census: Census = yield* staged(
    "census",
    fresh(Effect.sync(() => takeCensus(neighbourhood, states, prepared.training)))
  )
  const patterns = observedPatterns(census)
  const cells = censusTotal(census)
  if (patterns.length === 0) {
    return yield* new RunError({
      reason: "no cell of the training part is observed together with its whole neighbourhood and its outcome",
      remedy: "record more frames, or a larger window"
    })
  }
  yield* report(
    RunEvent.cases.CensusTaken.make({ cells, patterns: patterns.length, of: census.counts.length / states })
  )

  // What follows after several generations says little about families: the smallest one is searched.
  const far = prepared.stride !== 1 && spec.family === "auto"
  const chosen = chooseFamily(census, far ? smallest(prepared.candidates) : prepared.candidates)
  const criterion = far ? "smallest family" : spec.family === "auto" ? "marginal likelihood" : "as stated"
  const choice = { id: chosen.family.id, criterion, scores: chosen.scores }
  yield* report(RunEvent.cases.FamilyChosen.make({ family: choice.id, criterion, scores: choice.scores }))

  const samples = prepared.training.map(sampleOf)
  const trained = yield* augment("training", samples)
  const lesson = trained === samples ? census : weightedCensus(neighbourhood, states, trained)
  const perturbed = yield* augment("statistics", samples)
  const asked = perturbed === samples ? patternTotals(census) : patternCounts(neighbourhood, states, perturbed)

  const backbone = yield* Backbone
  const censusKey = contentKey({ neighbourhood: neighbourhood.id, states }, census.counts, lesson.counts)
  const seed = `${spec.seed}/fit`
  const modelKey = contentKey({
    stage: "fit",
    version: versions.backbone,
    choice: spec.backbone,
    seed,
    census: censusKey
  })
  const model = yield* staged(
    "fit",
    cached(modelKey, { encode: encodeModel, decode: decodeModel }, backbone.fit(lesson, seed))
  )
  yield* report(RunEvent.cases.ModelTrained.make({ info: model.info, key: modelKey }))

  const all = Array.from({ length: census.counts.length / states }, (_, pattern) => pattern)
  const evidence = gatherEvidence(chosen.family, census, yield* backbone.predict(model, all), {
    asked,
    observations: prepared.training,
    stride: prepared.stride
  })
  const summary = summarise(evidence)
  yield* report(RunEvent.cases.EvidenceGathered.make({ evidence: summary }))

  const framesKey = contentKey(prepared.recordings, ...recordings.map(({ cells }) => cells))
  const inferrer = yield* Inferrer
  const inferKey = contentKey({
    stage: "infer",
    version: versions.inferrer,
    choice: spec.inferrer,
    family: choice.id,
    model: modelKey,
    frames: framesKey,
    stride: prepared.stride,
    asked: contentKey({}, asked)
  })
  const estimate = yield* staged("infer", cached(inferKey, jsonCodec(RuleEstimate), inferrer.infer(evidence)))
  yield* report(RunEvent.cases.RuleInferred.make({ estimate }))

  const verifier = yield* Verifier
  const claim = { rule: ruleOf(chosen.family, estimate), stride: estimate.stride, noise: estimate.noise }
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
    census: { cells, patterns: patterns.length, of: census.counts.length / states, key: censusKey },
    model: { key: modelKey, info: model.info },
    evidence: summary,
    estimate,
    verdicts,
    truth: recordings[0]!.rule
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
  Stream.callback<RunEvent, RunFailure, R | StageCache>((queue) =>
    open(registries, spec).pipe(
      Effect.flatMap((opened) => Effect.provide(stages(opened.spec, opened.versions, opened.augment), opened.layer)),
      Effect.provideService(Reporter, (event) => Effect.asVoid(Queue.offer(queue, event))),
      Effect.matchCauseEffect({
        onFailure: (cause) => Queue.failCause(queue, cause),
        onSuccess: () => Queue.end(queue)
      })
    )
  )

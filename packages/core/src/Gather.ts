import { type ClassTable, type Family, fold } from "@rulescope/automata"
import { Effect } from "effect"
import { Backbone } from "./Backbone.ts"
import { contentKey } from "./ContentKey.ts"
import { type Evidence, gatherEvidence, patternTotals } from "./Evidence.ts"
import { decodeModel, encodeModel, type ModelInfo } from "./Model.ts"
import type { Observed } from "./Observe.ts"
import type { Augment, Versions } from "./Open.ts"
import { type Glimpse, Glimpses } from "./Glimpse.ts"
import { report, RunEvent } from "./RunEvent.ts"
import type { EvidenceSummary } from "./RunResult.ts"
import type { RunSpec } from "./RunSpec.ts"
import { patternCounts, sampleOf, weightedCensus } from "./Sample.ts"
import { cached, staged } from "./Stages.ts"

/** What a rule is read from. */
export interface Gathered {
  readonly evidence: Evidence
  readonly summary: EvidenceSummary
  readonly censusKey: string
  /** Where the stage cache keeps the model. */
  readonly modelKey: string
  readonly info: ModelInfo
}

const rows = ({ counts, family }: ClassTable): ReadonlyArray<ReadonlyArray<number>> =>
  family.classes.map((_, index) => Array.from(counts.subarray(index * family.states, (index + 1) * family.states)))

const summarise = (evidence: Evidence): EvidenceSummary => ({
  classes: evidence.family.classes.map((c) => c.name),
  observed: rows(evidence.observed),
  predicted: rows(evidence.predicted),
  expected: rows(evidence.expected),
  accuracy: evidence.accuracy
})

/** The counters of what a network predicts so far. */
const countersOf = (family: Family, asked: Float64Array, { next, patterns }: Glimpse): ClassTable => {
  const predicted = new Float64Array(asked.length * family.states)
  for (const [i, pattern] of patterns.entries()) predicted[pattern * family.states + next[i]!] = asked[pattern]!
  return fold(predicted, family)
}

/** Augments, trains the backbone and asks it: everything that happens before a rule is read. */
export const gather = Effect.fn("Pipeline.gather")(function* <R>(
  spec: RunSpec,
  versions: Versions,
  augment: Augment<R>,
  observed: Observed
) {
  const { census, prepared } = observed
  const { neighbourhood, states } = census
  const samples = prepared.training.map(sampleOf)
  const trained = yield* augment("training", samples)
  const lesson = trained === samples ? census : weightedCensus(neighbourhood, states, trained)
  const perturbed = yield* augment("statistics", samples)
  const asked = perturbed === samples ? patternTotals(census) : patternCounts(neighbourhood, states, perturbed)

  const backbone = yield* Backbone
  const look = (glimpse: Glimpse) =>
    report(RunEvent.cases.CountersMoved.make({ predicted: rows(countersOf(observed.family, asked, glimpse)) }))
  const censusKey = contentKey({ neighbourhood: neighbourhood.id, states }, census.counts, lesson.counts)
  const seed = `${spec.seed}/fit`
  const modelKey = contentKey({
    stage: "fit",
    version: versions.backbone,
    choice: spec.backbone,
    seed,
    census: censusKey,
    // Not all that a backbone may see is in the census.
    frames: observed.framesKey
  })
  const model = yield* staged(
    "fit",
    cached(
      modelKey,
      { encode: encodeModel, decode: decodeModel },
      Effect.provideService(backbone.fit(lesson, seed, trained), Glimpses, look)
    )
  )
  yield* report(RunEvent.cases.ModelTrained.make({ info: model.info, key: modelKey }))

  const all = Array.from({ length: census.counts.length / states }, (_, pattern) => pattern)
  const evidence = gatherEvidence(observed.family, census, yield* backbone.predict(model, all), {
    asked,
    observations: prepared.training,
    stride: prepared.stride
  })
  const summary = summarise(evidence)
  yield* report(RunEvent.cases.EvidenceGathered.make({ evidence: summary }))
  return { evidence, summary, censusKey, modelKey, info: model.info } satisfies Gathered
})

import type { ClassTable, Family } from "@rulescope/lattice"
import { Effect } from "effect"
import { Backbone } from "./Backbone.ts"
import { type Evidence, gatherEvidence, patternTotals } from "./Evidence.ts"
import { decodeModel, encodeModel, type ModelInfo } from "./Model.ts"
import type { Observed } from "./Observe.ts"
import type { Augment, Versions } from "./Open.ts"
import { EvidenceSoFar, type Glimpse, Glimpses } from "./Glimpse.ts"
import { report, RunEvent } from "./RunEvent.ts"
import type { EvidenceSummary } from "./RunResult.ts"
import type { RunSpec } from "./RunSpec.ts"
import { patternCounts, sampleOf, weightedCensus } from "./Sample.ts"
import { cached, contentKey, type StageCache, staged } from "@rulescope/core"
import type { RunFailure } from "./Failure.ts"

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

/** The tables of evidence as results keep them. */
export const summariseEvidence = (evidence: Evidence): EvidenceSummary => ({
  classes: evidence.family.classes.map((c) => c.name),
  observed: rows(evidence.observed),
  predicted: rows(evidence.predicted),
  expected: rows(evidence.expected),
  accuracy: evidence.accuracy
})

/** The evidence that a network gives as far as it has come: certain of what it predicts, not asked about the rest. */
const soFar = (family: Family, { census, prepared }: Observed, all: Float64Array, { next, patterns }: Glimpse) => {
  const probabilities = new Float32Array(census.counts.length)
  const asked = new Float64Array(all.length)
  for (const [i, pattern] of patterns.entries()) {
    probabilities[pattern * family.states + next[i]!] = 1
    asked[pattern] = all[pattern]!
  }
  return gatherEvidence(family, census, probabilities, {
    asked,
    observations: prepared.training,
    stride: prepared.stride
  })
}

/** Augments, trains the backbone and asks it: everything that happens before a rule is read. */
export const gather = Effect.fn("Pipeline.gather")(function* <R>(
  spec: RunSpec,
  versions: Versions,
  augment: Augment<R>,
  observed: Observed
): Effect.fn.Return<Gathered, RunFailure, R | Backbone | StageCache.StageCache> {
  const { census, prepared } = observed
  const { neighbourhood, states } = census
  const samples = prepared.training.map(sampleOf)
  const trained = yield* augment("training", samples)
  const lesson = trained === samples ? census : weightedCensus(neighbourhood, states, trained)
  const perturbed = yield* augment("statistics", samples)
  const asked = perturbed === samples ? patternTotals(census) : patternCounts(neighbourhood, states, perturbed)

  const backbone = yield* Backbone
  const show = yield* EvidenceSoFar
  const look = Effect.fnUntraced(function* (glimpse: Glimpse) {
    const evidence = soFar(observed.family, observed, asked, glimpse)
    yield* report(RunEvent.cases.CountersMoved.make({ predicted: rows(evidence.predicted) }))
    yield* show(evidence)
  })
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
  const summary = summariseEvidence(evidence)
  yield* report(RunEvent.cases.EvidenceGathered.make({ evidence: summary }))
  return { evidence, summary, censusKey, modelKey, info: model.info } satisfies Gathered
})

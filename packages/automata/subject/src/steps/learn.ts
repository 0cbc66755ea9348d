import { cached, contentKey, type Opened, type Plugin, type StageCache, staged, step } from "@rulescope/core"
import type { Census, Family } from "@rulescope/lattice"
import { Effect } from "effect"
import type { AugmentError } from "../Augmenter.ts"
import { Backbone, type BackboneError } from "../Backbone.ts"
import { gatherEvidence, tableRows } from "../Evidence.ts"
import { EvidenceSoFar, type Glimpse, Glimpses } from "../Glimpse.ts"
import { decodeModel, encodeModel, type Model } from "../Model.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { RunSpec } from "../RunSpec.ts"
import { sampleOf, weightedCensus } from "../Sample.ts"
import { augment, augmentersAsked } from "./augment.ts"
import type { Space } from "./choose.ts"
import type { Counted } from "./count.ts"
import type { Observed } from "./observe.ts"
import type { Prepared } from "./Prepare.ts"

/** A trained network. */
export interface Learned {
  readonly model: Model
  /** Where the stage cache keeps the model. */
  readonly modelKey: string
  /** Content key of the census and of what was learned from. */
  readonly censusKey: string
}

type Found = {
  readonly observe: Pick<Observed, "prepared">
  readonly count: Pick<Counted, "census">
  readonly choose: Pick<Space, "family">
  readonly ask: Float64Array
}

/** The evidence that a network gives as far as it has come: certain of what it predicts, not asked about the rest. */
const soFar = (
  family: Family,
  census: Census,
  { stride, training }: Prepared,
  all: Float64Array,
  { next, patterns }: Glimpse
) => {
  const probabilities = new Float32Array(census.counts.length)
  const asked = new Float64Array(all.length)
  for (const [i, pattern] of patterns.entries()) {
    probabilities[pattern * family.states + next[i]!] = 1
    asked[pattern] = all[pattern]!
  }
  return gatherEvidence(family, census, probabilities, {
    asked,
    observations: training,
    stride
  })
}

type Failure = AugmentError | BackboneError | Plugin.InvalidConfig

/** Augments what is learned from, and trains the backbone; what it predicts meanwhile is shown to whoever looks. */
export const train = Effect.fn("train")(function* (
  opened: Opened<RunSpec>,
  { ask, choose, count: { census }, observe: { prepared } }: Found,
  key: Effect.Effect<string>
): Effect.fn.Return<Learned, Failure, Backbone | StageCache.StageCache> {
  const { neighbourhood, states } = census
  const samples = prepared.training.map(sampleOf)
  const trained = yield* augment("training", opened, samples)
  const lesson = trained === samples ? census : weightedCensus(neighbourhood, states, trained)
  const backbone = yield* Backbone
  const show = yield* EvidenceSoFar
  const look = Effect.fnUntraced(function* (glimpse: Glimpse) {
    const evidence = soFar(choose.family, census, prepared, ask, glimpse)
    yield* report(RunEvent.cases.CountersMoved.make({ predicted: tableRows(evidence.predicted) }))
    yield* show(evidence)
  })
  const modelKey = yield* key
  const model = yield* staged(
    "fit",
    cached(
      modelKey,
      { encode: encodeModel, decode: decodeModel },
      Effect.provideService(backbone.fit(lesson, `${opened.spec.seed}/fit`, trained), Glimpses, look)
    )
  )
  yield* report(RunEvent.cases.ModelTrained.make({ info: model.info, key: modelKey }))
  const censusKey = contentKey({ neighbourhood: neighbourhood.id, states }, census.counts, lesson.counts)
  return { model, modelKey, censusKey }
})

export const learn = step({
  id: "learn",
  after: ["observe", "count"],
  places: ["backbone"],
  fields: [],
  code: [{ id: "sample", version: 1 }],
  computes: true,
  light: false,
  asks: augmentersAsked("training"),
  work: train
})

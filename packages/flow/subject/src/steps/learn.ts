import { cached, type Opened, type Plugin, type StageCache, staged, step } from "@rulescope/core"
import { takeKramersMoyal, type Trajectory } from "@rulescope/sde"
import { Effect } from "effect"
import { Augmenter } from "../Augmenter.ts"
import { Backbone, type Prediction } from "../Backbone.ts"
import type { AugmentError, BackboneError } from "../errors.ts"
import { EvidenceSoFar, Glimpses } from "../Glimpse.ts"
import type { LibraryDecision } from "../Library.ts"
import { decodeModel, encodeModel, type Model } from "../Model.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { RunSpec } from "../RunSpec.ts"
import type { Observed } from "./observe.ts"

/** What was learned, and where the stage cache keeps it. */
export interface Learned {
  readonly model: Model
  readonly modelKey: string
}

/** Applies the augmenters in the order of the spec. */
const augment = Effect.fn("augment")(function* (
  { chosen, spec }: Opened<RunSpec>,
  recordings: ReadonlyArray<Trajectory>
): Effect.fn.Return<ReadonlyArray<Trajectory>, AugmentError | Plugin.InvalidConfig> {
  let current = recordings
  for (const [index, { choice, layer }] of chosen("augmenters").entries()) {
    const seed = `${spec.seed}/augment-${index}-${choice.id}`
    current = yield* Effect.provide(
      Effect.flatMap(Augmenter, (augmenter) => augmenter.augment(current, seed)),
      layer
    )
  }
  return current
})

const rowsOf = (values: Float64Array, width: number): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: values.length / width }, (_, r) => Array.from(values.subarray(r * width, (r + 1) * width)))

type Found = { readonly observe: Observed; readonly choose: LibraryDecision }
type Failure = AugmentError | BackboneError | Plugin.InvalidConfig

/** Augments what is learned from, and trains the backbone; its drift so far is shown to whoever looks. */
const work = Effect.fn("learn")(function* (
  opened: Opened<RunSpec>,
  { choose, observe: { census, prepared } }: Found,
  key: Effect.Effect<string>
): Effect.fn.Return<Learned, Failure, Backbone | StageCache.StageCache> {
  const { training } = prepared
  const lesson = yield* augment(opened, training)
  const backbone = yield* Backbone
  const show = yield* EvidenceSoFar
  const taught = lesson === training ? census : takeKramersMoyal(lesson, census.bins)
  const seed = `${opened.spec.seed}/fit`
  const look = Effect.fnUntraced(function* (predicted: Prediction) {
    const drift = rowsOf(predicted.drift, census.space.coordinates.length)
    yield* report(RunEvent.cases.DriftMoved.make({ drift }))
    // What was augmented has bins of its own: the recording is not shown as it is not.
    if (taught === census) yield* show({ library: choose.library, recordings: training, census, predicted, seed })
  })
  const modelKey = yield* key
  const model = yield* staged(
    "fit",
    cached(
      modelKey,
      { encode: encodeModel, decode: decodeModel },
      Effect.provideService(backbone.fit(taught, seed, lesson), Glimpses, look)
    )
  )
  yield* report(RunEvent.cases.ModelTrained.make({ info: model.info, key: modelKey }))
  return { model, modelKey }
})

export const learn = step({
  id: "learn",
  after: ["observe"],
  places: ["augmenters", "backbone"],
  fields: [],
  code: [{ id: "flow-census", version: 1 }],
  computes: true,
  light: false,
  work
})

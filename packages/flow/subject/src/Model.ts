import { decodeWeights, encodeWeights, type Weight } from "@rulescope/core"
import { Schema } from "effect"
import { SpaceSchema } from "./Library.ts"

/** What a model says of itself beside its weights. */
export const ModelInfo = Schema.Struct({
  /** Id of the backbone that made it and can apply it. */
  backbone: Schema.String,
  space: SpaceSchema,
  /** Time between the samples that it learned from. */
  interval: Schema.Finite,
  /** Complete configuration of the backbone. */
  config: Schema.Json,
  /** Numbers that were fitted. */
  parameters: Schema.Int,
  /** Optimiser steps; 0 where nothing is optimised. */
  steps: Schema.Int,
  /** Mean negative log-density of an increment of what it learned from, in nats. */
  loss: Schema.Finite
})
export type ModelInfo = typeof ModelInfo.Type

/** What was learned, as plain data: no tensors, so it can be kept, sent and compared. */
export interface Model {
  readonly info: ModelInfo
  readonly weights: ReadonlyArray<Weight>
}

const decodeInfo = Schema.decodeUnknownSync(ModelInfo)

/** The model as a safetensors file; what it says of itself is JSON text in the file's metadata. */
export const encodeModel = ({ info, weights }: Model): Uint8Array => encodeWeights(weights, JSON.stringify(info))

/** Reads what `encodeModel` wrote; throws on anything else. */
export const decodeModel = (bytes: Uint8Array): Model => {
  const { about, weights } = decodeWeights(bytes)
  return { info: decodeInfo(JSON.parse(about)), weights }
}

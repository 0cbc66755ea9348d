import { decodeWeights, encodeWeights, type Weight } from "@rulescope/core"
import { Schema } from "effect"

/** A kind and a radius below 100: what a file states is not taken for a size before it is looked at. */
const NeighbourhoodId = Schema.String.check(Schema.isPattern(/^[a-z-]+-\d{1,2}$/))

/** What a model says of itself beside its weights. */
export const ModelInfo = Schema.Struct({
  /** Id of the backbone that trained it and can apply it. */
  backbone: Schema.String,
  /** Neighbourhood of the rule, whose patterns it can be asked about. */
  neighbourhood: NeighbourhoodId,
  /** Neighbourhood that it sees, where that is larger. */
  field: Schema.optionalKey(NeighbourhoodId),
  states: Schema.Int.check(Schema.isBetween({ minimum: 2, maximum: 256 })),
  /** Complete configuration of the backbone. */
  config: Schema.Json,
  /** Whether it was trained on distinct patterns, the usual case, or cell by cell on whole frames. */
  trainedOn: Schema.optionalKey(Schema.Literals(["census", "frames"])),
  /** Optimiser steps of the attempt that was kept. */
  steps: Schema.Int,
  /** Training attempts, 1 unless a stalled one was begun again from a derived seed. */
  attempts: Schema.Int,
  /** Final weighted cross-entropy per cell in nats. */
  loss: Schema.Finite,
  /** Every distinct pattern's majority outcome is predicted. */
  allPatternsRight: Schema.Boolean
})
export type ModelInfo = typeof ModelInfo.Type

/** A trained network as plain data: no tensors, so it can be kept, sent and compared. */
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

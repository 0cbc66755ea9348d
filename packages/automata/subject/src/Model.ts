import { Schema } from "effect"

/** One named array of a model, row-major. */
export interface Weight {
  readonly name: string
  readonly shape: ReadonlyArray<number>
  readonly values: Float32Array
}

/** What a model says of itself beside its weights. */
export const ModelInfo = Schema.Struct({
  /** Id of the backbone that trained it and can apply it. */
  backbone: Schema.String,
  /** Neighbourhood of the rule, whose patterns it can be asked about. */
  neighbourhood: Schema.String,
  /** Neighbourhood that it sees, where that is larger. */
  field: Schema.optionalKey(Schema.String),
  states: Schema.Int,
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

/**
 * The model as a safetensors file: 8 bytes header length, a JSON header with dtype, shape and offsets,
 * raw little-endian float32 arrays; `info` is JSON text in `__metadata__.rulescope`.
 *
 * Source: the safetensors format description (Hugging Face, 2022).
 */
export const encodeModel = ({ info, weights }: Model): Uint8Array => {
  let offset = 0
  const entries = weights.map(({ name, shape, values }) => {
    const begin = offset
    offset += values.byteLength
    return [name, { dtype: "F32", shape, data_offsets: [begin, offset] }] as const
  })
  const json = JSON.stringify({ __metadata__: { rulescope: JSON.stringify(info) }, ...Object.fromEntries(entries) })
  const unpadded = new TextEncoder().encode(json)
  const text = new Uint8Array(Math.ceil(unpadded.length / 8) * 8).fill(0x20)
  text.set(unpadded)
  const bytes = new Uint8Array(8 + text.length + offset)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true)
  bytes.set(text, 8)
  let at = 8 + text.length
  for (const { values } of weights) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at)
    at += values.byteLength
  }
  return bytes
}

/** Reads what `encodeModel` wrote; throws on anything else. */
export const decodeModel = (bytes: Uint8Array): Model => {
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true))
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Record<string, Header>
  const { __metadata__, ...arrays } = header
  const weights = Object.entries(arrays).map(
    ([
      name,
      {
        data_offsets: [begin, end],
        shape
      }
    ]) => ({
      name,
      shape,
      values: new Float32Array(bytes.slice(8 + length + begin, 8 + length + end).buffer)
    })
  )
  return { info: decodeInfo(JSON.parse((__metadata__ as unknown as { rulescope: string }).rulescope)), weights }
}

interface Header {
  readonly shape: ReadonlyArray<number>
  readonly data_offsets: readonly [begin: number, end: number]
}

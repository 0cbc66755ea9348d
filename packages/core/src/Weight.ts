/** One named array of a model, row-major. */
export interface Weight {
  readonly name: string
  readonly shape: ReadonlyArray<number>
  readonly values: Float32Array
}

interface Header {
  readonly shape: ReadonlyArray<number>
  readonly data_offsets: readonly [begin: number, end: number]
}

/**
 * Weights as a safetensors file: 8 bytes header length, a JSON header with dtype, shape and offsets, raw little-endian
 * float32 arrays; `about` is text in `__metadata__.rulescope`.
 *
 * Source: the safetensors format description (Hugging Face, 2022).
 */
export const encodeWeights = (weights: ReadonlyArray<Weight>, about: string): Uint8Array => {
  let offset = 0
  const entries = weights.map(({ name, shape, values }) => {
    const begin = offset
    offset += values.byteLength
    return [name, { dtype: "F32", shape, data_offsets: [begin, offset] }] as const
  })
  const json = JSON.stringify({ __metadata__: { rulescope: about }, ...Object.fromEntries(entries) })
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

/** Reads what `encodeWeights` wrote; throws on anything else. */
export const decodeWeights = (
  bytes: Uint8Array
): { readonly weights: ReadonlyArray<Weight>; readonly about: string } => {
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
  return { about: (__metadata__ as unknown as { rulescope: string }).rulescope, weights }
}

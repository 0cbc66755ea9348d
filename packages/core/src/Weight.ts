import { Schema } from "effect"

/** One named array of a model, row-major. */
export interface Weight {
  readonly name: string
  readonly shape: ReadonlyArray<number>
  readonly values: Float32Array
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

const size = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** What a header states of one array. */
const ArrayHeader = Schema.Struct({
  dtype: Schema.Literal("F32"),
  shape: Schema.Array(size),
  data_offsets: Schema.Tuple([size, size])
})

const decodeMetadata = Schema.decodeUnknownSync(Schema.Struct({ rulescope: Schema.String }))
const decodeArrays = Schema.decodeUnknownSync(Schema.Record(Schema.String, ArrayHeader))

/** The JSON header and what comes after it. */
const partsOf = (bytes: Uint8Array): { readonly header: Record<string, unknown>; readonly data: Uint8Array } => {
  const stated = bytes.length < 8 ? -1 : Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true))
  if (stated < 0 || stated > bytes.length - 8) throw new Error("it ends before its header does")
  const header: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(8, 8 + stated)))
  if (header === null || typeof header !== "object") throw new Error("its header is no object")
  return { header: header as Record<string, unknown>, data: bytes.subarray(8 + stated) }
}

/**
 * Reads what `encodeWeights` wrote; throws on anything else: arrays that are not float32, do not have the extent of
 * their shape, do not follow each other without a gap to the end of the file, or hold what is no number.
 */
export const decodeWeights = (
  bytes: Uint8Array
): { readonly weights: ReadonlyArray<Weight>; readonly about: string } => {
  const { data, header } = partsOf(bytes)
  const { __metadata__: metadata, ...rest } = header
  const about = decodeMetadata(metadata).rulescope
  const arrays = Object.entries(decodeArrays(rest)).sort(([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0])
  let at = 0
  const weights = arrays.map(([name, { data_offsets, shape }]): Weight => {
    const [begin, end] = data_offsets
    if (begin !== at || end !== begin + 4 * shape.reduce((product, length) => product * length, 1)) {
      throw new Error(`the array "${name}" does not lie where its shape has it`)
    }
    if (end > data.length) throw new Error(`it ends before the array "${name}" does`)
    at = end
    const values = new Float32Array(data.slice(begin, end).buffer)
    if (!values.every((value) => Number.isFinite(value))) throw new Error(`the array "${name}" holds what is no number`)
    return { name, shape, values }
  })
  if (at !== data.length) throw new Error("it goes on after its last array")
  return { about, weights }
}

/** Which array of `like` is missing among the weights or has another shape, in words; null when all are as they should be. */
export const misfitOf = (like: ReadonlyArray<Weight>, weights: ReadonlyArray<Weight>): string | null => {
  const shapes = new Map(weights.map(({ name, shape }) => [name, shape.join(" × ")]))
  for (const { name, shape } of like) {
    const wanted = shape.join(" × ")
    const found = shapes.get(name)
    if (found === undefined) return `it has no array "${name}"`
    if (found !== wanted) return `its array "${name}" is ${found || "one number"}, not ${wanted}`
  }
  return null
}

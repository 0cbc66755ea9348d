import { inflateRawSync } from "node:zlib"

/** One array of a NumPy file: `values` in C order. */
export interface NpyArray {
  readonly shape: ReadonlyArray<number>
  readonly values: Uint8Array
}

/** Reads .npy bytes of dtype |u1 or |b1 in C order; throws on anything else. */
const readNpy = (bytes: Uint8Array): NpyArray => {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const long = bytes[6]! > 1
  const start = long ? 12 : 10
  const length = long ? view.getUint32(8, true) : view.getUint16(8, true)
  const header = new TextDecoder("latin1").decode(bytes.subarray(start, start + length))
  if (!/'descr': '\|[ub]1'/.test(header) || !/'fortran_order': False/.test(header)) throw new Error(header)
  const shape = /'shape': \(([^)]*)\)/
    .exec(header)![1]!
    .split(",")
    .filter((s) => s.trim() !== "")
  return { shape: shape.map(Number), values: bytes.slice(start + length) }
}

/** Reads the arrays of an .npz file by its central directory (stored or deflated, no ZIP64). */
export const readNpz = (bytes: Uint8Array): ReadonlyMap<string, NpyArray> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (view.getUint32(end, true) !== 0x06054b50) end--
  const arrays = new Map<string, NpyArray>()
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < view.getUint16(end + 10, true); entry++) {
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const local = view.getUint32(at + 42, true)
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packed = bytes.subarray(data, data + view.getUint32(at + 20, true))
    const raw = view.getUint16(at + 10, true) === 8 ? new Uint8Array(inflateRawSync(packed)) : packed
    arrays.set(name.replace(/\.npy$/, ""), readNpy(raw))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return arrays
}

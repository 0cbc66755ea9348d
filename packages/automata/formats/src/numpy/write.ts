import { type Recording, unobserved } from "@rulescope/lattice"
import { zipSync } from "fflate"
import { showShape } from "../arrays/array.ts"

/** NumPy's types: bytes, and 16-bit floating-point numbers. */
type Dtype = "|u1" | "<f2"

/** An npy file, version 1.0, in C order. */
const npyOf = (shape: ReadonlyArray<number>, dtype: Dtype, data: Uint8Array): Uint8Array => {
  const header = `{'descr': '${dtype}', 'fortran_order': False, 'shape': ${showShape(shape)}, }`
  const dataAt = Math.ceil((10 + header.length + 1) / 64) * 64
  const bytes = new Uint8Array(dataAt + data.length)
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, (dataAt - 10) & 255, (dataAt - 10) >> 8])
  bytes.set(new TextEncoder().encode(`${header.padEnd(dataAt - 11)}\n`), 10)
  bytes.set(data, dataAt)
  return bytes
}

const shapeOf = ({ frames, height, width }: Recording): ReadonlyArray<number> => [frames, height, width]

/** Bits of a state as a 16-bit floating-point number, which has every whole number up to 2,048; NaN = unobserved. */
const halfBits = Uint16Array.from({ length: 256 }, (_, state) => {
  if (state === unobserved) return 0x7e00
  const exponent = 31 - Math.clz32(state)
  return state === 0 ? 0 : ((exponent + 15) << 10) | ((state - 2 ** exponent) * 2 ** (10 - exponent))
})

const halfFloats = (cells: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(2 * cells.length)
  for (let i = 0; i < cells.length; i++) {
    bytes[2 * i] = halfBits[cells[i]!]! & 255
    bytes[2 * i + 1] = halfBits[cells[i]!]! >> 8
  }
  return bytes
}

/**
 * The frames as an npy file of shape [frames, height, width]: numpy.uint8, or numpy.float16 with NaN where a cell
 * was not observed, which no state can be taken for.
 */
export const writeNpy = (recording: Recording): Uint8Array =>
  recording.cells.includes(unobserved)
    ? npyOf(shapeOf(recording), "<f2", halfFloats(recording.cells))
    : npyOf(shapeOf(recording), "|u1", recording.cells)

/** A fixed date, so that the same recording gives the same bytes; level 3 packs soups 3 times faster than 6 and 11 % less. */
const options = { mtime: new Date(1980, 0, 1), level: 3 } as const

/**
 * The frames as an npz archive: `states`, numpy.uint8 of shape [frames, height, width], and, when a cell was not
 * observed, `mask` of the same shape, 1 = observed. Rule, boundary and source are not kept.
 */
export const writeNpz = (recording: Recording): Uint8Array => {
  const states = npyOf(shapeOf(recording), "|u1", recording.cells)
  if (!recording.cells.includes(unobserved)) return zipSync({ "states.npy": states }, options)
  const mask = recording.cells.map((cell) => (cell === unobserved ? 0 : 1))
  return zipSync({ "states.npy": states, "mask.npy": npyOf(shapeOf(recording), "|u1", mask) }, options)
}

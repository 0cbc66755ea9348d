import { unobserved } from "@rulescope/lattice"
import { Result } from "effect"
import { type Read, unreadable } from "../unreadable.ts"
import { type NpyHeader, showShape } from "./header.ts"

interface NumberType {
  /** Bytes a number takes. */
  readonly size: number
  readonly read: (view: DataView, at: number, little: boolean) => number
}

const word = 2 ** 32

/** 64-bit integers lose digits beyond 2⁵³, far from any state. */
const numberTypes: Readonly<Record<string, NumberType>> = {
  b1: { size: 1, read: (view, at) => view.getUint8(at) },
  i1: { size: 1, read: (view, at) => view.getInt8(at) },
  u1: { size: 1, read: (view, at) => view.getUint8(at) },
  i2: { size: 2, read: (view, at, little) => view.getInt16(at, little) },
  u2: { size: 2, read: (view, at, little) => view.getUint16(at, little) },
  i4: { size: 4, read: (view, at, little) => view.getInt32(at, little) },
  u4: { size: 4, read: (view, at, little) => view.getUint32(at, little) },
  i8: {
    size: 8,
    read: (view, at, little) =>
      view.getInt32(little ? at + 4 : at, little) * word + view.getUint32(little ? at : at + 4, little)
  },
  u8: {
    size: 8,
    read: (view, at, little) =>
      view.getUint32(little ? at + 4 : at, little) * word + view.getUint32(little ? at : at + 4, little)
  },
  f4: { size: 4, read: (view, at, little) => view.getFloat32(at, little) },
  f8: { size: 8, read: (view, at, little) => view.getFloat64(at, little) }
}

/** Index of element `at` along every axis. */
const indexOf = ({ fortran, shape }: NpyHeader, at: number): ReadonlyArray<number> => {
  const sizes = fortran ? shape : shape.toReversed()
  let rest = at
  const index = sizes.map((size) => {
    const here = rest % size
    rest = Math.floor(rest / size)
    return here
  })
  return fortran ? index : index.toReversed()
}

/** The same elements with the last axis varying fastest. */
const fromFortran = (cells: Uint8Array, shape: ReadonlyArray<number>): Uint8Array => {
  const [planes = 1, rows = 1, columns = 1] = [1, 1, ...shape].slice(-3)
  const turned = new Uint8Array(cells.length)
  let at = 0
  for (let t = 0; t < planes; t++) {
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++) turned[at++] = cells[t + planes * (y + rows * x)]!
    }
  }
  return turned
}

/** An array of up to three axes as cell states, last axis fastest. */
export interface StateArray {
  readonly shape: ReadonlyArray<number>
  /** 0 to 254, or 255 = unobserved. */
  readonly cells: Uint8Array
}

/**
 * Numbers of an npy file as states: whole numbers 0 to 254, and 255 = unobserved.
 *
 * -1 in signed types and NaN in floats are unobserved too. Everything else is refused with its place, and so
 * is a file that ends before the last number.
 */
export const readStates = (header: NpyHeader, bytes: Uint8Array): Read<StateArray> => {
  const { dataAt, dtype, fortran, shape } = header
  const type = numberTypes[dtype.slice(1)]
  if (type === undefined || !/^[<>|=]/.test(dtype)) {
    return unreadable(
      `the array is of type ${dtype}`,
      "save states as numpy.uint8; bool, int8 to int64, uint16 to uint64, float32 and float64 are read too"
    )
  }
  if (shape.length < 1 || shape.length > 3 || shape.includes(0)) {
    return unreadable(`the array has shape ${showShape(shape)}`, "save an array of shape [frames, height, width]")
  }
  const count = shape.reduce((product, size) => product * size, 1)
  if (dataAt + count * type.size > bytes.length) {
    return unreadable(
      `the file is cut short: shape ${showShape(shape)} of ${dtype} needs ${count * type.size} bytes, ${bytes.length - dataAt} are there`,
      "copy or save it again"
    )
  }
  const cells = dtype === "|u1" ? bytes.subarray(dataAt, dataAt + count) : new Uint8Array(count)
  if (dtype !== "|u1") {
    const view = new DataView(bytes.buffer, bytes.byteOffset + dataAt, count * type.size)
    const little = dtype[0] !== ">"
    const largest = dtype === "|b1" ? 1 : unobserved
    for (let i = 0; i < count; i++) {
      const value = type.read(view, i * type.size, little)
      if (value >= 0 && value <= largest && value === Math.trunc(value)) cells[i] = value
      else if (value === -1 || Number.isNaN(value)) cells[i] = unobserved
      else {
        return unreadable(
          `element [${indexOf(header, i).join(", ")}] is ${value}`,
          "states are whole numbers 0 to 254; 255 marks a cell that was not observed, and so do -1 and NaN"
        )
      }
    }
  }
  return Result.succeed({ shape, cells: fortran ? fromFortran(cells, shape) : cells })
}

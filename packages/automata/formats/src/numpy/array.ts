import { type Budget, type NpyHeader, type NumberType, numberTypes, type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import { showShape, sizeOf, transposed, type ValueArray } from "../arrays/array.ts"
import { makeCoder } from "../coder.ts"
import type { Value } from "../sheet.ts"

/** Most axes that any reading of an array has. */
const mostAxes = 6

/** All values of a type of one byte: its codes are its bytes. */
const valuesOfByte = (type: NumberType): ReadonlyArray<Value> => {
  const view = new DataView(Uint8Array.from({ length: 256 }, (_, code) => code).buffer)
  return Array.from({ length: 256 }, (_, code) => type.read(view, code, true))
}

/** Index along every axis, in the order of the file. */
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

/** The axes in the order of the file, the last one fastest: the other way round in Fortran order. */
const inFileOrder = ({ fortran, shape }: NpyHeader): ReadonlyArray<number> => (fortran ? shape.toReversed() : shape)

/** The array of an npy file. */
export const readValues = (header: NpyHeader, bytes: Uint8Array, budget: Budget): Read<ValueArray> =>
  Result.gen(function* () {
    const { dataAt, dtype, shape } = header
    const type = numberTypes.get(dtype.slice(1))
    if (type === undefined || !/^[<>|=]/.test(dtype)) {
      return yield* unreadable(
        `the array is of type ${dtype}`,
        "save states as numpy.uint8; bool, int8 to int64, uint16 to uint64 and float16 to float64 are read too"
      )
    }
    if (shape.length < 1 || shape.length > mostAxes || shape.includes(0)) {
      return yield* unreadable(
        `the array has shape ${showShape(shape)}`,
        "save an array of shape [frames, height, width]"
      )
    }
    const count = sizeOf(shape)
    if (dataAt + count * type.size > bytes.length) {
      return yield* unreadable(
        `the file is cut short: shape ${showShape(shape)} of ${dtype} needs ${count * type.size} bytes, ${bytes.length - dataAt} are there`,
        "copy or save it again"
      )
    }
    const order = header.fortran ? shape.map((_, axis) => shape.length - 1 - axis) : shape.map((_, axis) => axis)
    const inFile = inFileOrder(header)
    if (type.size > 1 || header.fortran) yield* budget.hold(2 * count, `an array of shape ${showShape(shape)}`)
    if (type.size === 1) {
      const codes = bytes.subarray(dataAt, dataAt + count)
      return transposed({ shape: inFile, codes, values: valuesOfByte(type) }, order)
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset + dataAt, count * type.size)
    const little = dtype[0] !== ">"
    const { codeOf, values } = makeCoder()
    const codes = new Uint8Array(count)
    for (let i = 0; i < count; i++) {
      const code = codeOf(type.read(view, i * type.size, little))
      if (code < 0) {
        const value = type.read(view, i * type.size, little)
        return yield* unreadable(
          `the array holds more than 256 different numbers, at element [${indexOf(header, i).join(", ")}] ${value}`,
          "states are few: save what is above a threshold, or rounded values"
        )
      }
      codes[i] = code
    }
    return transposed({ shape: inFile, codes, values }, order)
  })

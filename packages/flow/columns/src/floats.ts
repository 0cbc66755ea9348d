import { type Budget, type NpyHeader, numberTypes, type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"

/** An array of numbers, the last axis fastest. */
export interface Floats {
  readonly shape: ReadonlyArray<number>
  readonly values: Float64Array
}

/** The numbers of an npy file of one or two axes. */
export const readFloats = (header: NpyHeader, bytes: Uint8Array, budget: Budget): Read<Floats> =>
  Result.gen(function* () {
    const { dataAt, dtype, fortran, shape } = header
    const type = numberTypes.get(dtype.slice(1))
    if (type === undefined || !/^[<>|=]/.test(dtype)) {
      return yield* unreadable(`the array is of type ${dtype}`, "save samples as numpy.float64")
    }
    if (shape.length < 1 || shape.length > 2 || shape.includes(0)) {
      return yield* unreadable(
        `the array has shape [${shape.join(", ")}]`,
        "save samples as an array of shape [samples, coordinates]"
      )
    }
    const count = shape.reduce((product, size) => product * size, 1)
    if (dataAt + count * type.size > bytes.length) {
      return yield* unreadable(
        `the file is cut short: ${count * type.size} bytes of numbers are stated, ${bytes.length - dataAt} are there`,
        "copy or save it again"
      )
    }
    yield* budget.hold(8 * count, `an array of shape [${shape.join(", ")}]`)
    const view = new DataView(bytes.buffer, bytes.byteOffset + dataAt, count * type.size)
    const little = dtype[0] !== ">"
    const values = new Float64Array(count)
    const [rows, width = 1] = shape as [number, number?]
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < width; column++) {
        const at = fortran ? column * rows + row : row * width + column
        values[row * width + column] = type.read(view, at * type.size, little)
      }
    }
    return { shape, values }
  })

import type { Value } from "../sheet.ts"

/** An array of values, its last axis fastest. */
export interface ValueArray {
  readonly shape: ReadonlyArray<number>
  /** Index into `values`, one a value, in the order of the axes. */
  readonly codes: Uint8Array
  readonly values: ReadonlyArray<Value>
}

/** Number of values that a shape has. */
export const sizeOf = (shape: ReadonlyArray<number>): number => shape.reduce((product, size) => product * size, 1)

/** A shape as NumPy prints it. */
export const showShape = (shape: ReadonlyArray<number>): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`

/** The same array with its axes in another order: axis i of the result is axis `order[i]` of this one. */
export const transposed = ({ codes, shape, values }: ValueArray, order: ReadonlyArray<number>): ValueArray => {
  if (order.every((axis, i) => axis === i)) return { codes, shape, values }
  const strides = shape.map((_, axis) => sizeOf(shape.slice(axis + 1)))
  const turned = order.map((axis) => shape[axis]!)
  const steps = order.map((axis) => strides[axis]!)
  const out = new Uint8Array(codes.length)
  const index = turned.map(() => 0)
  let from = 0
  for (let at = 0; at < out.length; at++) {
    out[at] = codes[from]!
    for (let axis = turned.length - 1; axis >= 0; axis--) {
      from += steps[axis]!
      if (++index[axis]! < turned[axis]!) break
      from -= steps[axis]! * turned[axis]!
      index[axis] = 0
    }
  }
  return { shape: turned, codes: out, values }
}

import { zipSync } from "fflate"

export const numbers = (length: number, of: (i: number) => number): Float64Array =>
  Float64Array.from({ length }, (_, i) => of(i))

const withHeader = (dtype: string, shape: ReadonlyArray<number>, data: Uint8Array, fortran: boolean): Uint8Array => {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`
  const text = `{'descr': '${dtype}', 'fortran_order': ${fortran ? "True" : "False"}, 'shape': ${tuple}, }\n`
  const bytes = new Uint8Array(10 + text.length + data.length)
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, text.length & 255, text.length >> 8])
  bytes.set(new TextEncoder().encode(text), 10)
  bytes.set(data, 10 + text.length)
  return bytes
}

/** An npy file of doubles in the order of the file, made without the code under test. */
export const npyOf = (dtype: "<f8", shape: ReadonlyArray<number>, values: Float64Array, fortran = false): Uint8Array =>
  withHeader(dtype, shape, new Uint8Array(values.buffer.slice(0)), fortran)

/** An npy file of strings: UTF-32, filled up with zeros. */
export const stringsOf = (strings: ReadonlyArray<string>): Uint8Array => {
  const size = Math.max(...strings.map(({ length }) => length))
  const points = Uint32Array.from(
    strings.flatMap((one) => Array.from({ length: size }, (_, k) => one.codePointAt(k) ?? 0))
  )
  return withHeader(`<U${size}`, [strings.length], new Uint8Array(points.buffer), false)
}

/** An npz file of these npy files. */
export const zipOf = (arrays: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(arrays).map(([name, bytes]) => [`${name}.npy`, bytes])))

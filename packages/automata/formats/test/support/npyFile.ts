/** An npy file of any type, made without the code under test. Numbers are in the order of the file. */
export const npyFile = (
  dtype: string,
  shape: ReadonlyArray<number>,
  numbers: ReadonlyArray<number>,
  options: { readonly fortran?: boolean; readonly version?: 1 | 2 } = {}
): Uint8Array => {
  const { fortran = false, version = 1 } = options
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`
  const text = `{'descr': '${dtype}', 'fortran_order': ${fortran ? "True" : "False"}, 'shape': ${tuple}, }\n`
  const size = Number(dtype.slice(2))
  const textAt = version === 1 ? 10 : 12
  const bytes = new Uint8Array(textAt + text.length + numbers.length * size)
  const view = new DataView(bytes.buffer)
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0])
  if (version === 1) view.setUint16(8, text.length, true)
  else view.setUint32(8, text.length, true)
  bytes.set(new TextEncoder().encode(text), textAt)
  const little = dtype[0] !== ">"
  const kind = dtype[1]!
  for (const [i, value] of numbers.entries()) {
    const at = textAt + text.length + i * size
    if (kind === "f" && size === 4) view.setFloat32(at, value, little)
    else if (kind === "f") view.setFloat64(at, value, little)
    else if (size === 8) view.setBigInt64(at, BigInt(value), little)
    else if (size === 4) view.setInt32(at, value, little)
    else if (size === 2) view.setInt16(at, value, little)
    else view.setUint8(at, value)
  }
  return bytes
}

/** How the numbers of an array stand in its bytes. */
export interface NumberType {
  /** Bytes a number takes. */
  readonly size: number
  readonly read: (view: DataView, at: number, little: boolean) => number
}

const word = 2 ** 32

/** A 16-bit floating-point number (IEEE 754, binary16) from its bits. */
const halfFloat = (bits: number): number => {
  const sign = bits >> 15 === 0 ? 1 : -1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25)
}

const long = (high: (view: DataView, at: number, little: boolean) => number) => ({
  size: 8,
  // 64-bit integers lose digits beyond 2⁵³, far from any state.
  read: (view: DataView, at: number, little: boolean) =>
    high(view, little ? at + 4 : at, little) * word + view.getUint32(little ? at : at + 4, little)
})

/** By NumPy's letter and size, such as "u1". */
export const numberTypes: ReadonlyMap<string, NumberType> = new Map([
  ["b1", { size: 1, read: (view, at) => (view.getUint8(at) === 0 ? 0 : 1) }],
  ["i1", { size: 1, read: (view, at) => view.getInt8(at) }],
  ["u1", { size: 1, read: (view, at) => view.getUint8(at) }],
  ["i2", { size: 2, read: (view, at, little) => view.getInt16(at, little) }],
  ["u2", { size: 2, read: (view, at, little) => view.getUint16(at, little) }],
  ["i4", { size: 4, read: (view, at, little) => view.getInt32(at, little) }],
  ["u4", { size: 4, read: (view, at, little) => view.getUint32(at, little) }],
  ["i8", long((view, at, little) => view.getInt32(at, little))],
  ["u8", long((view, at, little) => view.getUint32(at, little))],
  ["f2", { size: 2, read: (view, at, little) => halfFloat(view.getUint16(at, little)) }],
  ["f4", { size: 4, read: (view, at, little) => view.getFloat32(at, little) }],
  ["f8", { size: 8, read: (view, at, little) => view.getFloat64(at, little) }]
] as ReadonlyArray<[string, NumberType]>)

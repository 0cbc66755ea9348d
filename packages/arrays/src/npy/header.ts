import { Result } from "effect"
import { type Read, unreadable } from "../unreadable.ts"

/** What stands before the numbers of an npy file. */
export interface NpyHeader {
  /** NumPy's type string, such as "|u1" or "<i4". */
  readonly dtype: string
  /** The first axis varies fastest instead of the last. */
  readonly fortran: boolean
  readonly shape: ReadonlyArray<number>
  /** Offset of the first number in bytes. */
  readonly dataAt: number
}

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]

export const isNpy = (bytes: Uint8Array): boolean => magic.every((byte, i) => bytes[i] === byte)

const again = "write it with numpy.save"

/**
 * Header of an npy file, versions 1 to 3: a Python dictionary as text.
 *
 * Source: R. Kern, NEP 1 "A simple file format for NumPy arrays" (2007).
 */
export const readNpyHeader = (bytes: Uint8Array): Read<NpyHeader> => {
  if (!isNpy(bytes)) return unreadable("not an npy file: it does not begin with \\x93NUMPY", again)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = bytes[6] ?? 0
  if (version < 1 || version > 3) return unreadable(`npy version ${version} is not known`, again)
  const textAt = version === 1 ? 10 : 12
  const cutShort = unreadable(`the file is cut short: ${bytes.length} bytes end inside its header`, again)
  if (bytes.length < textAt) return cutShort
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true)
  const dataAt = textAt + length
  if (bytes.length < dataAt) return cutShort
  const text = new TextDecoder().decode(bytes.subarray(textAt, dataAt))
  if (/'descr'\s*:\s*\[/.test(text)) {
    return unreadable("the array has named fields", "save one field of plain numbers, such as numpy.uint8")
  }
  const dtype = /'descr'\s*:\s*'([^']*)'/.exec(text)?.[1]
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1]
  const sizes = /'shape'\s*:\s*\(([\d\s,]*)\)/.exec(text)?.[1]
  const shape = sizes?.split(",").flatMap((size) => (size.trim() === "" ? [] : [Number(size)]))
  if (dtype === undefined || order === undefined || shape === undefined || !shape.every(Number.isSafeInteger)) {
    return unreadable("the npy header is damaged", again)
  }
  return Result.succeed({ dtype, fortran: order === "True", shape, dataAt })
}

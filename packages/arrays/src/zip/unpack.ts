import { Result } from "effect"
import { gunzipSync, inflateSync } from "fflate"
import type { Budget } from "../budget.ts"
import { type Read, unreadable } from "../unreadable.ts"
import { crc32 } from "./crc32.ts"
import { mostPerByte, type ZipEntry } from "./directory.ts"

const again = "fetch or export the file again"

/** `work` fills exactly `size` bytes whose check sum is `crc`, or the data are damaged. */
const checked = (
  what: string,
  packed: number,
  size: number,
  crc: number,
  work: (out: Uint8Array) => Uint8Array
): Read<Uint8Array> => {
  if (size > mostPerByte * packed + 64) return unreadable(`${what} is damaged: it states an impossible size`, again)
  const unpacked = Result.try(() => work(new Uint8Array(size)))
  if (Result.isFailure(unpacked) || unpacked.success.length !== size || crc32(unpacked.success) !== crc) {
    return unreadable(`${what} is damaged: its compressed data do not match their check sum`, again)
  }
  return Result.succeed(unpacked.success)
}

/** Contents of one file of a zip archive; the budget has to hold its size already. */
export const unzip = ({ crc, method, name, packed, size }: ZipEntry): Read<Uint8Array> => {
  if (method !== 0 && method !== 8) {
    return unreadable(`"${name}" is packed by method ${method}`, "save it with numpy.savez or numpy.savez_compressed")
  }
  const work = method === 0 ? () => packed : (out: Uint8Array) => inflateSync(packed, { out })
  return checked(`"${name}" in the zip archive`, packed.length, size, crc, work)
}

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Contents of a gzip file of one member (RFC 1952). */
export const gunzip = (bytes: Uint8Array, budget: Budget): Read<Uint8Array> => {
  if (bytes.length < 18) return unreadable("the gzip file is cut short", again)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const crc = view.getUint32(bytes.length - 8, true)
  const size = view.getUint32(bytes.length - 4, true)
  return Result.flatMap(budget.hold(size, "the gzip file, unpacked,"), () =>
    checked("the gzip file", bytes.length, size, crc, (out) => gunzipSync(bytes, { out }))
  )
}

/** Takes from the budget what these files of a zip archive need once unpacked, all together. */
export const holdUnpacked = (entries: ReadonlyArray<ZipEntry>, budget: Budget): Read<void> =>
  budget.hold(
    entries.reduce((sum, { size }) => sum + size, 0),
    "the zip archive, unpacked,"
  )

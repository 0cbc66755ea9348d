import { Result } from "effect"
import { type Read, unreadable } from "../unreadable.ts"

/** One file of a zip archive, still packed. */
export interface ZipEntry {
  /** Path inside the archive. */
  readonly name: string
  /** 0 = stored, 8 = deflated. */
  readonly method: number
  readonly crc: number
  readonly packed: Uint8Array
  /** Bytes once unpacked. */
  readonly size: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50

/** Deflate packs at most 1,032 bytes into one (RFC 1951); a larger size in a header is damage, not data. */
export const mostPerByte = 1032

const again = "save the file again with numpy.savez_compressed"

/** Position of the end record, which a comment of up to 65,535 bytes may follow, or -1. */
const findEnd = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  return -1
}

const damaged = (what: string): Read<never> => unreadable(`the zip archive is damaged: ${what}`, again)

/** Entry whose directory record stands at `at`, and where the next record begins. */
const readEntry = (bytes: Uint8Array, view: DataView, at: number): Read<{ entry: ZipEntry; next: number }> => {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) return damaged("its directory is broken")
  const nameLength = view.getUint16(at + 28, true)
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
  const packedSize = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  if ((view.getUint16(at + 8, true) & 1) === 1) return unreadable(`"${name}" in the zip archive is encrypted`, again)
  if (local + 30 > bytes.length || view.getUint32(local, true) !== localHeader) {
    return damaged(`"${name}" is not where its directory says`)
  }
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packedSize > bytes.length) return damaged(`"${name}" ends after the file does`)
  const size = view.getUint32(at + 24, true)
  if (size > mostPerByte * packedSize + 64) return damaged(`"${name}" states an impossible size`)
  return Result.succeed({
    entry: {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: bytes.subarray(start, start + packedSize),
      size
    },
    next: at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  })
}

/**
 * Files of a zip archive in the order of its directory.
 *
 * Source: PKWARE, APPNOTE 6.3.3 (2012), sections 4.3.7, 4.3.12 and 4.3.16. Departs from source: no
 * archives in parts, no encryption, no sizes beyond 4 GiB.
 */
export const readZip = (bytes: Uint8Array): Read<ReadonlyArray<ZipEntry>> =>
  Result.gen(function* () {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < 4 || bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
      return yield* unreadable("not a zip archive, which an npz file is", again)
    }
    const end = findEnd(view)
    if (end < 0) return yield* unreadable("the zip archive is cut short: its directory, at the end, is missing", again)
    const entries: Array<ZipEntry> = []
    let at = view.getUint32(end + 16, true)
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      const { entry, next } = yield* readEntry(bytes, view, at)
      entries.push(entry)
      at = next
    }
    return entries
  })

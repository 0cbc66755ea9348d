import { sha256 as portable } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"

/** JSON with the keys of every object sorted, so that equal values give equal text. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  )

/** SHA-256 of bytes that come in pieces. */
interface Hash {
  readonly update: (bytes: Uint8Array) => unknown
  readonly digest: () => Uint8Array
}

type Crypto = { readonly createHash: (algorithm: "sha256") => Hash }

/** The platform's own in Node, several times as fast; browsers have none that answers at once. */
const ofPlatform = (): Crypto | undefined => {
  const { process } = globalThis as { process?: { readonly getBuiltinModule?: (id: string) => unknown } }
  return process?.getBuiltinModule?.("crypto") as Crypto | undefined
}

const crypto = ofPlatform()

const begin = (): Hash => crypto?.createHash("sha256") ?? portable.create()

/** SHA-256 of a value's canonical JSON and of the bytes that belong to it, 64 hexadecimal digits. */
export const contentKey = (value: unknown, ...arrays: ReadonlyArray<ArrayBufferView>): string => {
  const begun = begin()
  begun.update(utf8ToBytes(canonicalJson(value)))
  for (const array of arrays) begun.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
  return bytesToHex(begun.digest())
}

/** SHA-256 of bytes, 64 hexadecimal digits. */
export const sha256 = (bytes: Uint8Array): string => {
  const begun = begin()
  begun.update(bytes)
  return bytesToHex(begun.digest())
}

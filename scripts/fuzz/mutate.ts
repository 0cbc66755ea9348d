import fc from "fast-check"
import type { Seed } from "./target.ts"

/** Bytes of an input at most. */
const most = 100_000

/** What breaks readers: extreme numbers, brackets that do not end, names that objects have, bytes that are no text. */
const numbers = ["0", "-1", "1e309", "NaN", "2147483648", "9007199254740993", "9".repeat(400), "0x10", "1".repeat(17)]
const signs = [..."[{\"(=!$,;/\n\r\t \0#'".split(""), "==", "\uFEFF", "\u2028", "١", "𝔅"]
const names = ["__proto__", "constructor", "toString", "null", "true"]
const words = ["B3/S23", "MAP", "MIN", "x = 3, y = 3", "sin(phi1)"]
const encoded = (texts: ReadonlyArray<string>) => texts.map((text) => new TextEncoder().encode(text))
const extremes = encoded(numbers)
const tokens = [...extremes, ...encoded([...signs, ...names, ...words])]

const rawTokens = [[0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [0x80], [0x50, 0x4b, 3, 4], [0x1f, 0x8b]].map((bytes) =>
  Uint8Array.from(bytes)
)

const spliced = (bytes: Uint8Array, at: number, removed: number, put: Uint8Array): Uint8Array => {
  const start = Math.min(at, bytes.length)
  const kept = bytes.subarray(Math.min(start + removed, bytes.length))
  const out = new Uint8Array(Math.min(most, start + put.length + kept.length))
  out.set(bytes.subarray(0, Math.min(start, out.length)))
  if (start < out.length) out.set(put.subarray(0, out.length - start), start)
  const end = start + put.length
  if (end < out.length) out.set(kept.subarray(0, out.length - end), end)
  return out
}

const repeated = (part: Uint8Array, times: number): Uint8Array => {
  const count = Math.min(times, Math.ceil(most / Math.max(1, part.length)))
  const out = new Uint8Array(part.length * count)
  for (let i = 0; i < count; i++) out.set(part, i * part.length)
  return out
}

type Edit = (bytes: Uint8Array, seeds: ReadonlyArray<Seed>) => Uint8Array

/** A place as a share of the length, so that it stays one when the length changes. */
const place = fc.double({ min: 0, max: 1, noNaN: true })
const at = (share: number, { length }: Uint8Array): number => Math.floor(share * length)

const edits = fc.oneof(
  fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(
    ([where, byte]): Edit =>
      (bytes) =>
        spliced(bytes, at(where, bytes), 1, Uint8Array.of(byte))
  ),
  fc.tuple(place, fc.integer({ min: 1, max: 64 })).map(
    ([where, length]): Edit =>
      (bytes) =>
        spliced(bytes, at(where, bytes), length, new Uint8Array())
  ),
  place.map(
    (where): Edit =>
      (bytes) =>
        bytes.slice(0, at(where, bytes))
  ),
  fc
    .tuple(place, fc.integer({ min: 1, max: 40 }), fc.constantFrom(2, 3, 100, 3000, 100_000))
    .map(([where, length, times]): Edit => (bytes) => {
      const start = at(where, bytes)
      return spliced(bytes, start, 0, repeated(bytes.subarray(start, start + length), times))
    }),
  fc.tuple(place, fc.constantFrom(...tokens, ...rawTokens), fc.constantFrom(1, 1, 1, 50, 100_000)).map(
    ([where, token, times]): Edit =>
      (bytes) =>
        spliced(bytes, at(where, bytes), 0, repeated(token, times))
  ),
  // The number at a place becomes another.
  fc.tuple(place, fc.constantFrom(...extremes)).map(([where, token]): Edit => (bytes) => {
    const isDigit = (i: number): boolean => bytes[i]! >= 0x30 && bytes[i]! <= 0x39
    let start = at(where, bytes)
    while (start < bytes.length && !isDigit(start)) start++
    let end = start
    while (end < bytes.length && isDigit(end)) end++
    return spliced(bytes, start, end - start, token)
  }),
  fc
    .tuple(place, fc.nat(), place, fc.integer({ min: 1, max: 2000 }))
    .map(([where, which, from, length]): Edit => (bytes, seeds) => {
      const other = seeds[which % seeds.length]!.bytes
      const start = at(from, other)
      return spliced(bytes, at(where, bytes), 0, other.subarray(start, start + length))
    })
)

/** One of the seeds after some edits; fewer edits are simpler. */
export const mutated = (seeds: ReadonlyArray<Seed>): fc.Arbitrary<Seed> =>
  fc.tuple(fc.nat({ max: seeds.length - 1 }), fc.array(edits, { maxLength: 8 })).map(([which, made]) => {
    const { bytes, name } = seeds[which]!
    return { name, bytes: made.reduce((now, edit) => edit(now, seeds), bytes) }
  })

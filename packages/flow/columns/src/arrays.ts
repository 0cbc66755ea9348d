import {
  type Budget,
  holdUnpacked,
  type NpyHeader,
  type Read,
  readNpyHeader,
  readZip,
  unreadable,
  unzip
} from "@rulescope/arrays"
import { Result } from "effect"
import { type Floats, readFloats } from "./floats.ts"
import type { NamedColumn, Table } from "./table.ts"

/** One array of an archive, its numbers not yet looked at. */
export interface Member {
  readonly name: string
  readonly header: NpyHeader
  readonly bytes: Uint8Array
}

/** Arrays of an npz file. */
export const membersOf = (bytes: Uint8Array, budget: Budget): Read<ReadonlyArray<Member>> =>
  Result.gen(function* () {
    const entries = (yield* readZip(bytes)).filter(({ name }) => name.endsWith(".npy"))
    yield* holdUnpacked(entries, budget)
    const members: Array<Member> = []
    for (const entry of entries) {
      const unpacked = yield* unzip(entry)
      members.push({ name: entry.name.slice(0, -4), header: yield* readNpyHeader(unpacked), bytes: unpacked })
    }
    return members
  })

/** Names in an array of strings, as NumPy writes them: UTF-32. Null where it holds something else. */
const namesIn = ({ bytes, header }: Member): ReadonlyArray<string> | null => {
  const size = Number(/^[<>=]U(\d+)$/.exec(header.dtype)?.[1] ?? 0)
  const [count = 0] = header.shape
  if (size === 0 || header.shape.length !== 1 || header.dataAt + 4 * size * count > bytes.length) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + header.dataAt)
  return Array.from({ length: count }, (_, i) => {
    const points = Array.from({ length: size }, (_, k) => view.getUint32(4 * (i * size + k), header.dtype[0] !== ">"))
    return String.fromCodePoint(...points.filter((point) => point > 0 && point <= 0x10ffff))
  })
}

const columnsOf = ({ shape, values }: Floats, nameOf: (column: number) => string): ReadonlyArray<NamedColumn> => {
  const width = shape[1] ?? 1
  return Array.from({ length: width }, (_, k) => ({
    name: nameOf(k),
    values: Float64Array.from({ length: shape[0]! }, (_, row) => values[row * width + k]!)
  }))
}

const inArray =
  (name: string) =>
  <A>(read: Read<A>): Read<A> =>
    Result.mapError(read, (error) => ({ ...error, reason: `array "${name}": ${error.reason}` }))

/** The only array of an npy file. */
export const tableOfNpy = (bytes: Uint8Array, budget: Budget): Read<ReadonlyArray<Table>> =>
  readNpyHeader(bytes).pipe(
    Result.flatMap((header) => readFloats(header, bytes, budget)),
    Result.map((floats) => [{ name: "", columns: columnsOf(floats, () => "") }])
  )

/**
 * Tables of an npz file. Every array of two axes is one of its own, its columns named by an array of strings where
 * there is one; arrays of one axis are columns, of every table that has as many rows or of one that they make.
 */
export const tablesOfNpz = (bytes: Uint8Array, budget: Budget): Read<ReadonlyArray<Table>> =>
  Result.gen(function* () {
    const members = yield* membersOf(bytes, budget)
    const names = members.map(namesIn).find((found) => found !== null) ?? []
    const single: Array<NamedColumn> = []
    const tables: Array<Table> = []
    for (const member of members) {
      const { header, name } = member
      if (/^[<>=|][US]/.test(header.dtype) || header.shape.length === 0) continue
      const floats = yield* inArray(name)(readFloats(header, member.bytes, budget))
      const width = floats.shape[1] ?? 1
      if (floats.shape.length === 1) single.push({ name, values: floats.values })
      else tables.push({ name, columns: columnsOf(floats, (k) => (names.length === width ? names[k]! : "")) })
    }
    if (tables.length > 0) {
      return tables.map(({ columns, name }) => ({
        name,
        columns: [...single.filter(({ values }) => values.length === columns[0]!.values.length), ...columns]
      }))
    }
    const rows = Math.max(0, ...single.map(({ values }) => values.length))
    if (rows === 0) return yield* unreadable("the archive holds no array of numbers", `save samples as the array "x"`)
    return [{ name: "", columns: single.filter(({ values }) => values.length === rows) }]
  })

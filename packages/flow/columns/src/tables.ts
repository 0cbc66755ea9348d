import { gunzip, inFile, isGzip, isNpy, makeBudget, type Read } from "@rulescope/arrays"
import type { NamedBytes } from "@rulescope/core"
import { Effect, Result } from "effect"
import { tableOfNpy, tablesOfNpz } from "./arrays.ts"
import { tableOfText } from "./csv.ts"
import { isParquet, tableOfParquet } from "./parquet.ts"
import type { Table } from "./table.ts"

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

/** Tables of one file, by what it begins with: npz, npy, parquet, otherwise text; each also as .gz. `memory` in bytes. */
export const tablesOf = (file: NamedBytes, memory: number): Effect.Effect<Read<ReadonlyArray<Table>>> => {
  const budget = makeBudget(memory, file.bytes.length)
  const unpacked = isGzip(file.bytes) ? gunzip(file.bytes, budget) : Result.succeed(file.bytes)
  if (Result.isFailure(unpacked)) return Effect.succeed(Result.fail(unpacked.failure))
  const bytes = unpacked.success
  if (isParquet(bytes)) return Effect.map(tableOfParquet(bytes), inFile(file.name))
  return Effect.sync(() => {
    if (isZip(bytes)) return inFile(file.name)(tablesOfNpz(bytes, budget))
    if (isNpy(bytes)) return inFile(file.name)(tableOfNpy(bytes, budget))
    return inFile(file.name)(tableOfText(new TextDecoder().decode(bytes), budget))
  })
}

import { isNpy, makeBudget, readNpyHeader } from "@rulescope/arrays"
import type { NamedBytes } from "@rulescope/core"
import { Effect, Result } from "effect"
import { membersOf } from "./arrays.ts"
import { isParquet } from "./parquet.ts"
import { tablesOf } from "./tables.ts"
import type { Table } from "./table.ts"

/** More different numbers than cells have states. */
const mostStates = 256

/** Whether a column holds what no automaton has: mostly fractions, and more of them than there are states. */
const isMeasured = ({ values }: Table["columns"][number]): boolean => {
  const different = new Set<number>()
  let fractions = 0
  let known = 0
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    known++
    if (!Number.isInteger(value)) fractions++
    if (different.size <= mostStates) different.add(value)
  }
  return different.size > mostStates && fractions > known / 2
}

/** Whether an archive or array can hold samples at all, by its headers: floating-point numbers along one or two axes. */
const mayBeSamples = ({ bytes }: NamedBytes, memory: number): boolean => {
  const headers = isNpy(bytes)
    ? Result.map(readNpyHeader(bytes), (header) => [header])
    : Result.map(membersOf(bytes, makeBudget(memory, bytes.length)), (members) => members.map(({ header }) => header))
  return (
    Result.isSuccess(headers) &&
    headers.success.some(({ dtype }) => /f[248]$/.test(dtype)) &&
    headers.success.every(({ shape }) => shape.length <= 2)
  )
}

/** Whether a file holds real-valued samples of a flow rather than cells; false for what cannot be read. `memory` in bytes. */
export const looksReal = (file: NamedBytes, memory: number): Effect.Effect<boolean> => {
  const { bytes } = file
  if (isParquet(bytes)) return Effect.succeed(true)
  if ((isNpy(bytes) || bytes[0] === 0x50) && !mayBeSamples(file, memory)) return Effect.succeed(false)
  return Effect.map(tablesOf(file, memory), (tables) =>
    Result.isSuccess(tables) ? tables.success.some(({ columns }) => columns.some(isMeasured)) : false
  )
}

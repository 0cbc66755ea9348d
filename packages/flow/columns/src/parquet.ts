import type { Read } from "@rulescope/arrays"
import { Effect, Result } from "effect"
import { parquetReadObjects } from "hyparquet"
import type { Table } from "./table.ts"

/** Whether a file is one of Apache Parquet, by its first bytes. */
export const isParquet = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x41 && bytes[2] === 0x52 && bytes[3] === 0x31

const numberOf = (value: unknown): number | undefined => {
  if (value === null || value === undefined) return Number.NaN
  if (typeof value === "number" || typeof value === "bigint") return Number(value)
  return value instanceof Date ? value.getTime() / 1000 : undefined
}

/** Columns of numbers of a parquet file, whole or packed by snappy; times are in seconds, other columns are left out. */
export const tableOfParquet = (bytes: Uint8Array): Effect.Effect<Read<ReadonlyArray<Table>>> =>
  Effect.tryPromise({
    try: () => parquetReadObjects({ file: Uint8Array.from(bytes).buffer }),
    catch: (cause) => (cause instanceof Error ? cause.message : String(cause))
  }).pipe(
    Effect.map((rows): Read<ReadonlyArray<Table>> => {
      const names = Object.keys(rows[0] ?? {}).filter((name) => rows.every((row) => numberOf(row[name]) !== undefined))
      const columns = names.map((name) => ({ name, values: Float64Array.from(rows, (row) => numberOf(row[name])!) }))
      return columns.length > 0
        ? Result.succeed([{ name: "", columns }])
        : Result.fail({ reason: "the parquet file holds no column of numbers", remedy: "write columns of doubles" })
    }),
    Effect.catch((reason) =>
      Effect.succeed(
        Result.fail({
          reason: `the parquet file cannot be read: ${reason}`,
          remedy: "write it uncompressed or with snappy"
        })
      )
    )
  )

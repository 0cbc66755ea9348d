import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer"
import { type Column, columnsOf } from "./columns.ts"
import { headerLine, type StudyTable } from "./lines.ts"

/** Numbers and truth values as such; a column that mixes kinds, as an axis may, as text. */
const typed = ({ name, values }: Column): ColumnSource => {
  const kinds = new Set(values.filter((value) => value !== null).map((value) => typeof value))
  if (name === "run" || name === "seed") {
    return { name, type: "INT64", data: values.map((value) => BigInt(value as number)), nullable: false }
  }
  if (kinds.size === 1 && kinds.has("number")) return { name, type: "DOUBLE", data: [...values], nullable: true }
  if (kinds.size === 1 && kinds.has("boolean")) return { name, type: "BOOLEAN", data: [...values], nullable: true }
  const text = values.map((value) => (value === null ? null : String(value)))
  return { name, type: "STRING", data: text, nullable: true }
}

/** A Parquet file with the columns of the CSV; the header line of the JSON lines is its metadata `rulescope`. */
export const toParquet = (table: StudyTable): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: columnsOf(table).map(typed),
      kvMetadata: [{ key: "rulescope", value: headerLine(table.study) }]
    })
  )

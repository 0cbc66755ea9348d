import { columnsOf } from "./columns.ts"
import type { StudyTable } from "./lines.ts"

/** Spreadsheets compute text that begins like this; behind an apostrophe they show it (OWASP, CSV injection). */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const field = (value: string | number | boolean | null): string => {
  const text = typeof value === "string" ? inert(value) : value === null ? "" : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Comma-separated values (RFC 4180) with a header line; empty where there is no value. Text that a
 * spreadsheet would compute stands behind an apostrophe.
 */
export const toCsv = (table: StudyTable): string => {
  const columns = columnsOf(table)
  const lines = table.rows.map((_, i) => columns.map(({ values }) => field(values[i]!)).join(","))
  return [columns.map(({ name }) => field(name)).join(","), ...lines, ""].join("\r\n")
}

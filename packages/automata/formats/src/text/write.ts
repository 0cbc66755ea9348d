import { type Recording, unobserved } from "@rulescope/lattice"

const shown = Array.from({ length: 256 }, (_, state) => (state === unobserved ? "?" : `${state}`))

const codes = Uint8Array.from(shown, (text) => text.charCodeAt(0))

/** One row as text, its states single characters, or separated by blanks. */
const rowText = (row: Uint8Array, separated: boolean): string =>
  separated
    ? Array.from(row, (cell) => shown[cell]!).join(" ")
    : new TextDecoder().decode(row.map((cell) => codes[cell]!))

/**
 * The frames as a text grid: one row a line, a blank line between frames, `?` = unobserved. States are
 * digits; with more than ten states they are separated by blanks. Comments keep states, boundary and rule.
 */
export const writeText = ({ boundary, cells, frames, height, rule, states, width }: Recording): Uint8Array => {
  const lines = [`# states: ${states}`]
  if (boundary !== "auto") lines.push(`# boundary: ${boundary}`)
  if (rule !== null) lines.push(`# rule: ${rule}`)
  for (let t = 0; t < frames; t++) {
    lines.push("")
    for (let y = 0; y < height; y++) {
      const start = (t * height + y) * width
      lines.push(rowText(cells.subarray(start, start + width), states > 10))
    }
  }
  return new TextEncoder().encode(`${lines.join("\n")}\n`)
}

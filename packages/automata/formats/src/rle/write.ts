import { frameOf, type Recording, unobserved } from "@rulescope/lattice"
import type { NamedBytes } from "@rulescope/core"
import { parseRule } from "../rules.ts"
import { complement, storesComplement } from "../plane/golly.ts"
import { unobservedMark } from "./patterns.ts"
import { centred } from "../plane/topology.ts"

/** How a state is written: `b` and `o` with two states, else `.`, `A` to `X`, `pA` to `yO`. */
const symbolsOf = (multiState: boolean): ReadonlyArray<string> =>
  Array.from({ length: 256 }, (_, state) => {
    if (!multiState && state < 2) return state === 0 ? "b" : "o"
    if (state === 0) return "."
    const prefix = state <= 24 ? "" : String.fromCharCode(112 + Math.floor((state - 25) / 24))
    return prefix + String.fromCharCode(65 + ((state - 1) % 24))
  })

/** Longest line, as Golly writes it. */
const lineLength = 70

/** Run-length encoded cells, shape height × width, without the dead ends of rows. */
const encode = (cells: Uint8Array, width: number, symbols: ReadonlyArray<string>): string => {
  const lines: Array<string> = []
  let line = ""
  const append = (count: number, symbol: string): void => {
    const item = count === 1 ? symbol : `${count}${symbol}`
    if (line.length + item.length > lineLength) {
      lines.push(line)
      line = ""
    }
    line += item
  }
  let rowEnds = 0
  for (let start = 0; start < cells.length; start += width) {
    let end = start + width
    while (end > start && cells[end - 1] === 0) end--
    if (end > start && rowEnds > 0) append(rowEnds, "$")
    if (end > start) rowEnds = 0
    for (let at = start; at < end;) {
      const state = cells[at]!
      const from = at
      while (at < end && cells[at] === state) at++
      append(at - from, symbols[state]!)
    }
    rowEnds++
  }
  append(1, "!")
  return [...lines, line].join("\n")
}

/** What stands between `x = …, y = …` and the cells; the grid needs a rule to stand behind. */
const statement = ({ boundary, height, rule, width }: Recording): string => {
  if (rule === null) return ""
  const grid = boundary === "torus" ? `:T${width},${height}` : boundary === "dead" ? `:P${width},${height}` : ""
  return `, rule = ${rule}${grid}`
}

/** One pattern a generation, each a complete file for Golly. */
const patternsOf = (recording: Recording): ReadonlyArray<string> => {
  const { boundary, cells, frames, height, rule, states, width } = recording
  const masked = cells.includes(unobserved)
  const symbols = symbolsOf(states > 2 || masked)
  const [x, y] = [centred(width), centred(height)]
  const parsed = rule === null ? null : parseRule(rule)
  return Array.from({ length: frames }, (_, t) => {
    const frame = frameOf(recording, t).slice()
    if (parsed?.ok && states === 2 && boundary !== "dead" && storesComplement(parsed.value, t)) complement(frame)
    return [
      `#CXRLE Pos=${x},${y} Gen=${t}`,
      ...(masked ? [unobservedMark] : []),
      `x = ${width}, y = ${height}${statement(recording)}`,
      encode(frame, width, symbols),
      ""
    ].join("\n")
  })
}

/**
 * The frames as RLE: one pattern a generation, one after another, each ending in `!`, with position and
 * generation for Golly.
 *
 * Rule and boundary are kept when there is a rule; an unknown boundary reads back as "auto". Unobserved cells
 * become state 255 and are marked as such in a comment. Rules with B0 are stored complemented as Golly does
 * it, except between dead borders, which Golly cannot run them in.
 */
export const writeRle = (recording: Recording): Uint8Array => new TextEncoder().encode(patternsOf(recording).join(""))

/** The same as one file a generation, `000.rle`, `001.rle` …, which Golly opens one by one. */
export const writeRleFiles = (recording: Recording): ReadonlyArray<NamedBytes> => {
  const digits = Math.max(3, `${recording.frames - 1}`.length)
  return patternsOf(recording).map((text, t) => ({
    name: `${`${t}`.padStart(digits, "0")}.rle`,
    bytes: new TextEncoder().encode(text)
  }))
}

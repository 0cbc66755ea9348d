import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import { readTopology, type Topology } from "../plane/topology.ts"

export interface Header {
  readonly width: number
  readonly height: number
  readonly rule: string | null
  readonly topology: Topology | null
}

/** What a `#CXRLE` line says. */
export interface Place {
  readonly corner: { readonly x: number; readonly y: number } | null
  readonly generation: number | null
}

export const isHeader = (line: string): boolean => /^x\s{0,9}=/i.test(line)

export const isPlace = (line: string): boolean => /^#CXRLE\b/i.test(line)

const most = 2 ** 31

/** Longest rule: tables of patterns as MAP have 90 characters, counts of large neighbourhoods some hundreds. */
const longestRule = 4096

/** The rule and topology of `B3/S23:T64,64`; a `:` may also stand within a rule's name. */
export const readRule = (stated: string): Read<Pick<Header, "rule" | "topology">> => {
  const text = stated.trim()
  if (text.length > longestRule) {
    return unreadable(`a rule of ${text.length} characters is none`, `rules have at most ${longestRule}`)
  }
  const colon = text.lastIndexOf(":")
  if (colon < 0) return Result.succeed({ rule: text === "" ? null : text, topology: null })
  const rule = text.slice(0, colon).trim()
  return Result.map(readTopology(text.slice(colon + 1)), (topology) => ({ rule: rule === "" ? null : rule, topology }))
}

/** One `key = value` of a header. */
const entryOf = (text: string): readonly [key: string, value: string] => {
  const equals = text.indexOf("=")
  return [text.slice(0, equals).trim().toLowerCase(), text.slice(equals + 1).trim()]
}

/** Reads `x = 3, y = 3, rule = B3/S23:T64,64`; the rule and its topology may be missing. */
export const readHeader = (line: string): Read<Header> =>
  Result.gen(function* () {
    const bad = unreadable(`"${line.trim().slice(0, 60)}" is not a header`, "write x = 3, y = 3, rule = B3/S23")
    const [first = "", second = "", ...rest] = line.split(",")
    const [[x, across], [y, down]] = [entryOf(first), entryOf(second)]
    if (x !== "x" || y !== "y" || !/^\d+$/.test(across) || !/^\d+$/.test(down)) return yield* bad
    const [width, height] = [Number(across), Number(down)]
    if (width > most || height > most) {
      return yield* unreadable(`a box of ${across} × ${down} cells is too large`, "save a smaller one")
    }
    if (rest.length === 0) return { width, height, rule: null, topology: null }
    const [key, stated] = entryOf(rest.join(","))
    if (key !== "rule") return yield* bad
    return { width, height, ...(yield* readRule(stated)) }
  })

/** Reads `#CXRLE Pos=-32,-32 Gen=5`; both may be missing. */
export const readPlace = (line: string): Read<Place> => {
  const position = /Pos\s{0,9}=\s{0,9}(-?\d+)\s{0,9},\s{0,9}(-?\d+)/i.exec(line)
  const generation = /Gen\s{0,9}=\s{0,9}(-?\d+)/i.exec(line)
  const numbers = [position?.[1], position?.[2], generation?.[1]].map((text) => Number(text ?? 0))
  const [x, y, gen] = numbers as [number, number, number]
  if (!numbers.every(Number.isSafeInteger) || Math.abs(x) > most || Math.abs(y) > most) {
    return unreadable(
      `"${line.slice(0, 80)}" states numbers beyond 2³¹, or a generation beyond 2⁵³`,
      "move the pattern nearer to 0, 0"
    )
  }
  return Result.succeed({ corner: position === null ? null : { x, y }, generation: generation === null ? null : gen })
}

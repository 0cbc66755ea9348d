import { Result } from "effect"
import { type Read, unreadable } from "../unreadable.ts"
import { readTopology, type Topology } from "./topology.ts"

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

export const isHeader = (line: string): boolean => /^\s*x\s*=/i.test(line)

export const isPlace = (line: string): boolean => /^#CXRLE\b/i.test(line)

const most = 2 ** 31

/** Reads `x = 3, y = 3, rule = B3/S23:T64,64`; the rule and its topology may be missing. */
export const readHeader = (line: string): Read<Header> =>
  Result.gen(function* () {
    const match = /^\s*x\s*=\s*(\d+)\s*,\s*y\s*=\s*(\d+)\s*(?:,\s*rule\s*=\s*(.*?)\s*)?$/i.exec(line)
    if (match === null)
      return yield* unreadable(`"${line.trim()}" is not a header`, "write x = 3, y = 3, rule = B3/S23")
    const [, x, y, stated = ""] = match
    const [width, height] = [Number(x), Number(y)]
    if (width > most || height > most)
      return yield* unreadable(`a box of ${x} × ${y} cells is too large`, "save a smaller one")
    const colon = stated.lastIndexOf(":")
    const topology = colon < 0 ? null : yield* readTopology(stated.slice(colon + 1))
    const rule = colon < 0 ? stated : stated.slice(0, colon).trim()
    return { width, height, rule: rule === "" ? null : rule, topology }
  })

/** Reads `#CXRLE Pos=-32,-32 Gen=5`; both may be missing. */
export const readPlace = (line: string): Read<Place> => {
  const position = /Pos\s*=\s*(-?\d+)\s*,\s*(-?\d+)/i.exec(line)
  const generation = /Gen\s*=\s*(-?\d+)/i.exec(line)
  const numbers = [position?.[1], position?.[2], generation?.[1]].map((text) => Number(text ?? 0))
  const [x, y, gen] = numbers as [number, number, number]
  if (!numbers.every(Number.isSafeInteger) || Math.abs(x) > most || Math.abs(y) > most) {
    return unreadable(
      `"${line}" states numbers beyond 2³¹, or a generation beyond 2⁵³`,
      "move the pattern nearer to 0, 0"
    )
  }
  return Result.succeed({ corner: position === null ? null : { x, y }, generation: generation === null ? null : gen })
}

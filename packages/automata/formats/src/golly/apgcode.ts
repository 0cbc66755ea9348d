import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import type { Format } from "../format.ts"
import { addRun, unplaced, type Pattern } from "../plane/pattern.ts"
import { decodedText } from "../text/decode.ts"

const digits = "0123456789abcdefghijklmnopqrstuvwxyz"

/** Largest pattern that has a code. */
const mostColumns = 4096

/** Columns of five cells of every strip, the top cell the lowest bit. */
const stripsOf = (code: string): ReadonlyArray<ReadonlyArray<number>> => {
  const strips: Array<Array<number>> = [[]]
  for (let at = 0; at < code.length; at++) {
    const strip = strips.at(-1)!
    const value = digits.indexOf(code[at]!)
    if (value < 32) strip.push(value)
    else if (code[at] === "z") strips.push([])
    else {
      const zeros = code[at] === "w" ? 2 : code[at] === "x" ? 3 : 4 + digits.indexOf(code[++at] ?? "0")
      strip.push(...Array.from({ length: zeros }, () => 0))
    }
  }
  return strips
}

/**
 * The object that an apgcode names: a still life (xs), an oscillator (xp) or a spaceship (xq) in five-row strips.
 *
 * Source: A. P. Goucher, apgsearch; the strips are H. Wechsler's format (LifeWiki, "Apgcode").
 */
const readPattern = (text: string, name: string): Read<Pattern> => {
  const codes = text.trim().split(/\s+/, 2)
  if (codes.length > 1) return unreadable("the file holds several apgcodes, each of an object", "name one of them")
  const strips = stripsOf(codes[0]!.slice(codes[0]!.indexOf("_") + 1))
  const width = strips.reduce((most, strip) => Math.max(most, strip.length), 0)
  if (width > mostColumns || strips.length > mostColumns) return unreadable("the apgcode is too long", "check it")
  const runs: Array<number> = []
  for (const [i, strip] of strips.entries()) {
    for (let row = 0; row < 5; row++) {
      for (const [x, column] of strip.entries()) if (((column >> row) & 1) === 1) addRun(runs, x, 5 * i + row, 1, 1)
    }
  }
  return Result.succeed({ ...unplaced, name, width, height: 5 * strips.length, runs })
}

/** The name of one object, which is its cells. */
export const apgcode: Format = {
  id: "apgcode",
  label: "apgcode",
  endings: [],
  begins: ({ head }) => /^x[spq]\d{1,9}_[0-9a-z]{1,9999}\s/.test(`${head.slice(0, 10_100)}\n`),
  read: ({ bytes, name }) =>
    decodedText(bytes).pipe(
      Result.flatMap((text) => readPattern(text, name)),
      Result.map((pattern) => ({ kind: "patterns" as const, patterns: [pattern] }))
    )
}

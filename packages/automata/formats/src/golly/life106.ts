import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import type { Format } from "../format.ts"
import { type Pattern, placedPattern, runsOfCells } from "../plane/pattern.ts"
import { decodedText } from "../text/decode.ts"

const readPattern = (text: string, name: string): Read<Pattern> =>
  Result.gen(function* () {
    const cells: Array<number> = []
    for (const [index, line] of text.split("\n").entries()) {
      if (line.startsWith("#") || line.trim() === "") continue
      const [, x, y] = /^\s{0,9}(-?\d{1,9})\s{1,9}(-?\d{1,9})\s*$/.exec(line) ?? []
      if (x === undefined || y === undefined) {
        return yield* unreadable(`line ${index + 1} is not the place of a cell`, "write x and y of a live cell a line")
      }
      cells.push(Number(x), Number(y), 1)
    }
    return placedPattern(name, runsOfCells(cells), {})
  })

/** One pattern as the places of its live cells. */
export const life106: Format = {
  id: "life-1.06",
  label: "Life 1.06 pattern",
  endings: [],
  begins: ({ head }) => head.startsWith("#Life 1.06"),
  read: ({ budget, bytes, name }) =>
    budget.hold(24 * bytes.length, "a Life 1.06 pattern").pipe(
      Result.flatMap(() => decodedText(bytes)),
      Result.flatMap((text) => readPattern(text, name)),
      Result.map((pattern) => ({ kind: "patterns" as const, patterns: [pattern] }))
    )
}

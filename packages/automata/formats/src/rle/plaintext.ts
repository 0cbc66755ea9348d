import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import type { Format } from "../format.ts"
import { addRun, type Pattern, unplaced } from "../plane/pattern.ts"
import { decodedText } from "../text/decode.ts"

/**
 * The pattern of a `.cells` file: `.` dead, `O` or `*` live, one row a line, `!` begins a comment line. An
 * empty line is a dead row, and rows may leave out dead cells at their end.
 *
 * Source: LifeWiki, "Plaintext". The format has no position and no rule.
 */
const readCells = (text: string, name: string): Read<Pattern> => {
  const runs: Array<number> = []
  let [width, height] = [0, 0]
  for (const [index, line] of text.replace(/\n$/, "").split("\n").entries()) {
    if (line.startsWith("!")) continue
    const row = line.trimEnd()
    for (let x = 0; x < row.length; x++) {
      const char = row[x]!
      if (char === "O" || char === "o" || char === "*") addRun(runs, x, height, 1, 1)
      else if (char !== ".") {
        return unreadable(
          `line ${index + 1}, column ${x + 1}: unexpected "${char}"`,
          "write . for dead and O for live cells"
        )
      }
    }
    width = Math.max(width, row.length)
    height++
  }
  return Result.succeed({ ...unplaced, name, width, height: width === 0 ? 0 : height, runs })
}

/** One pattern as a picture of `.` and `O`. */
export const cells: Format = {
  id: "cells",
  label: "plaintext pattern",
  endings: ["cells"],
  begins: ({ head }) => head.startsWith("!"),
  read: ({ bytes, name }) =>
    decodedText(bytes).pipe(
      Result.flatMap((text) => readCells(text, name)),
      Result.map((pattern) => ({ kind: "patterns" as const, patterns: [pattern] }))
    )
}

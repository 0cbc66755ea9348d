import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import type { Format } from "../format.ts"
import { type Pattern, placedPattern, runsOfCells } from "../plane/pattern.ts"
import { decodedText } from "../text/decode.ts"

const most = 2 ** 31

const readPattern = (text: string, name: string): Read<Pattern> =>
  Result.gen(function* () {
    const cells: Array<number> = []
    let rule: string | null = null
    let [left, y] = [0, 0]
    for (const [index, line] of text.split("\n").entries()) {
      const [, across, down] = /^#P\s{0,9}(-?\d{1,10})\s{1,9}(-?\d{1,10})/.exec(line) ?? []
      if (across !== undefined) {
        ;[left, y] = [Number(across), Number(down)]
        if (Math.abs(left) > most || Math.abs(y) > most) {
          return yield* unreadable(`line ${index + 1}: a place beyond 2³¹`, "move the pattern nearer to 0, 0")
        }
      } else if (line.startsWith("#N")) rule = "B3/S23"
      else if (line.startsWith("#R")) rule = line.slice(2).trim() || null
      else if (!line.startsWith("#")) {
        for (let x = 0; x < line.length; x++) {
          if (line[x] === "*" || line[x] === "O" || line[x] === "o") cells.push(left + x, y, 1)
          else if (line[x] !== "." && line[x] !== " ") {
            return yield* unreadable(
              `line ${index + 1}, column ${x + 1}: unexpected "${line[x]}"`,
              "write . for dead and * for live cells"
            )
          }
        }
        y++
      }
    }
    return placedPattern(name, runsOfCells(cells), { rule })
  })

/** One pattern as blocks of `.` and `*`, each with its place. */
export const life105: Format = {
  id: "life-1.05",
  label: "Life 1.05 pattern",
  endings: ["lif", "life"],
  begins: ({ head }) => head.startsWith("#Life 1.05"),
  read: ({ budget, bytes, name }) =>
    budget.hold(24 * bytes.length, "a Life 1.05 pattern").pipe(
      Result.flatMap(() => decodedText(bytes)),
      Result.flatMap((text) => readPattern(text, name)),
      Result.map((pattern) => ({ kind: "patterns" as const, patterns: [pattern] }))
    )
}

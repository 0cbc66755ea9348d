import { Result } from "effect"
import { type Read, unreadable } from "../unreadable.ts"
import type { Pattern } from "./pattern.ts"

/**
 * The pattern of a `.cells` file: `.` dead, `O` or `*` live, one row a line, `!` begins a comment line. An
 * empty line is a dead row, and rows may leave out dead cells at their end.
 *
 * Source: LifeWiki, "Plaintext". The format has no position and no rule.
 */
export const readCells = (text: string, name: string): Read<Pattern> => {
  const runs: Array<number> = []
  let [width, height] = [0, 0]
  for (const [index, line] of text.replace(/\n$/, "").split("\n").entries()) {
    if (line.startsWith("!")) continue
    const row = line.trimEnd()
    for (let x = 0; x < row.length; x++) {
      const char = row[x]!
      if (char === "O" || char === "o" || char === "*") runs.push(x, height, 1, 1)
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
  const unsaid = { corner: null, generation: null, marked: false, rule: null, topology: null }
  return Result.succeed({ name, width, height: width === 0 ? 0 : height, ...unsaid, runs })
}

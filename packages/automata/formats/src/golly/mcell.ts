import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import type { Format } from "../format.ts"
import { addRun, type Pattern, placedPattern } from "../plane/pattern.ts"
import { centred, readTopology } from "../plane/topology.ts"
import { decodedText } from "../text/decode.ts"

const most = 2 ** 31

/** Where the next cell goes. */
interface Pen {
  x: number
  y: number
  readonly left: number
}

/** Draws one `#L` line; answers the column at fault, or -1. */
const drawLine = (line: string, pen: Pen, runs: Array<number>): number => {
  let count = 0
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!
    if (char >= "0" && char <= "9") {
      count = count * 10 + Number(char)
      if (count > most) return at
      continue
    }
    const length = Math.max(1, count)
    count = 0
    if (char === "$") {
      pen.y += length
      pen.x = pen.left
    } else if (char === ".") pen.x += length
    else {
      const prefix = char >= "a" && char <= "j" ? char.charCodeAt(0) - 96 : 0
      const letter = prefix > 0 ? line[++at] : char
      if (letter === undefined || letter < "A" || letter > "X") return at
      const state = 24 * prefix + letter.charCodeAt(0) - 64
      if (state > 254) return at
      addRun(runs, pen.x, pen.y, length, state)
      pen.x += length
    }
    if (pen.x > most || pen.y > most) return at
  }
  return -1
}

const isLargerThanLife = (rule: string): boolean => /^R\d+,/i.test(rule)

const readPattern = (text: string, name: string): Read<Pattern> =>
  Result.gen(function* () {
    const runs: Array<number> = []
    let pen: Pen = { x: 0, y: 0, left: 0 }
    let [rule, grid, wraps] = ["", "", true]
    for (const [index, line] of text.split("\n").entries()) {
      const [, key, value = ""] = /^#(\w+)\s?(.*)$/.exec(line) ?? []
      if (key === "RULE") rule += value.trim()
      else if (key === "WRAP") wraps = value.trim() !== "0"
      else if (key === "BOARD") {
        const [, across, down] = /^(\d{1,6})x(\d{1,6})/.exec(value.trim()) ?? []
        if (across === undefined || down === undefined) continue
        grid = `${across},${down}`
        pen = { x: centred(Number(across)), y: centred(Number(down)), left: centred(Number(across)) }
      } else if (key === "L") {
        const wrong = drawLine(value, pen, runs)
        if (wrong >= 0) {
          return yield* unreadable(
            `line ${index + 1}, column ${wrong + 4}: unexpected "${value[wrong] ?? ""}"`,
            "cells are . A to X aA to jX, and $ ends a row"
          )
        }
      }
    }
    const topology = grid === "" ? null : yield* readTopology(`${wraps ? "T" : "P"}${grid}`)
    // MCell writes survivals before births as "23/3"; Larger than Life as Golly does.
    const stated = rule === "" ? null : isLargerThanLife(rule) ? rule : rule.replace(/^,/, "")
    return placedPattern(name, runs, { rule: stated, topology })
  })

/** One pattern of Mirek's Cellebration. */
export const mcell: Format = {
  id: "mcell",
  label: "MCell pattern",
  endings: ["mcl"],
  begins: ({ head }) => head.startsWith("#MCell") || head.startsWith("#mcell"),
  read: ({ bytes, name }) =>
    decodedText(bytes).pipe(
      Result.flatMap((text) => readPattern(text, name)),
      Result.map((pattern) => ({ kind: "patterns" as const, patterns: [pattern] }))
    )
}

import { type Budget, type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import type { Format } from "../format.ts"
import { type Pattern, placedPattern, runsOfCells } from "../plane/pattern.ts"
import { readRule } from "../rle/header.ts"
import { decodedText } from "../text/decode.ts"

/** A square of 2^level cells a side. */
interface Square {
  readonly level: number
  /** North-west, north-east, south-west and south-east quarter; null for a leaf. */
  readonly quarters: ReadonlyArray<Square | null> | null
  /** Column, row and state of the cells of a leaf that are not in state 0. */
  readonly cells: ReadonlyArray<number>
  /** Cells not in state 0. */
  readonly population: number
}

/** Beyond this, places are no exact numbers. */
const mostLevels = 52

const again = "save it again with Golly"

const bad = (line: number): Read<never> => unreadable(`line ${line} is no node of a macrocell file`, again)

/** A leaf of 8 × 8 cells of two states: `.` dead, `*` live, `$` ends a row. */
const twoStateLeaf = (text: string, line: number): Read<Square> => {
  const cells: Array<number> = []
  let [x, y] = [0, 0]
  for (const char of text) {
    if (char === "$") {
      y++
      x = 0
      continue
    }
    if (x > 7 || y > 7 || (char !== "." && char !== "*")) return bad(line)
    if (char === "*") cells.push(x, y, 1)
    x++
  }
  return Result.succeed({ level: 3, quarters: null, cells, population: cells.length / 3 })
}

/** A leaf of 2 × 2 states. */
const manyStateLeaf = (states: ReadonlyArray<number>, line: number): Read<Square> => {
  if (states.some((state) => state > 255)) return bad(line)
  const cells = states.flatMap((state, i) => (state === 0 ? [] : [i % 2, Math.floor(i / 2), state]))
  return Result.succeed({ level: 1, quarters: null, cells, population: cells.length / 3 })
}

const node = (numbers: ReadonlyArray<number>, squares: ReadonlyArray<Square>, line: number): Read<Square> => {
  const [level = 0, ...children] = numbers
  if (level === 1) return manyStateLeaf(children, line)
  const quarters = children.map((index) => (index === 0 ? null : squares[index - 1]))
  if (level > mostLevels) return unreadable(`line ${line}: a square of 2^${level} cells a side`, again)
  if (quarters.some((quarter) => quarter === undefined || (quarter !== null && quarter.level !== level - 1)))
    return bad(line)
  const known = quarters as ReadonlyArray<Square | null>
  const population = known.reduce((sum, quarter) => sum + (quarter?.population ?? 0), 0)
  return Result.succeed({ level, quarters: known, cells: [], population })
}

/** Adds the cells of a square whose north-west cell is at `x`, `y`. */
const collect = (square: Square, x: number, y: number, cells: Array<number>): void => {
  if (square.population === 0) return
  for (let i = 0; i < square.cells.length; i += 3) {
    cells.push(x + square.cells[i]!, y + square.cells[i + 1]!, square.cells[i + 2]!)
  }
  const half = 2 ** (square.level - 1)
  square.quarters?.forEach((quarter, i) => {
    if (quarter !== null) collect(quarter, x + (i % 2) * half, y + Math.floor(i / 2) * half, cells)
  })
}

const readPattern = (text: string, name: string, budget: Budget): Read<Pattern> =>
  Result.gen(function* () {
    const squares: Array<Square> = []
    let [rule, generation] = ["", null as number | null]
    for (const [index, line] of text.split("\n").entries()) {
      const number = index + 1
      if (line.startsWith("#R")) rule = line.slice(2)
      else if (/^#G\s{0,9}\d{1,15}\s*$/.test(line)) generation = Number(line.slice(2))
      else if (/^[.*$]/.test(line)) squares.push(yield* twoStateLeaf(line.trim(), number))
      else if (/^\d/.test(line)) {
        const numbers = line.trim().split(/ +/, 6).map(Number)
        if (numbers.length !== 5 || !numbers.every((value) => Number.isSafeInteger(value) && value >= 0)) {
          return yield* bad(number)
        }
        squares.push(yield* node(numbers, squares, number))
      }
    }
    const root = squares.at(-1)
    if (root === undefined) return yield* unreadable("the macrocell file holds no node", again)
    yield* budget.hold(64 * root.population, `a pattern of ${root.population} cells`)
    const cells: Array<number> = []
    // Golly keeps rows upside down: the square's first row is one below minus half its side (seen in bgolly 3.3).
    const corner = -(2 ** (root.level - 1))
    collect(root, corner, corner + 1, cells)
    return placedPattern(name, runsOfCells(cells), { ...(yield* readRule(rule)), generation, marked: true })
  })

/** One pattern as a tree of squares, as Golly's HashLife keeps it. */
export const macrocell: Format = {
  id: "macrocell",
  label: "macrocell pattern",
  endings: ["mc"],
  begins: ({ head }) => head.startsWith("[M2]"),
  read: ({ budget, bytes, name }) =>
    decodedText(bytes).pipe(
      Result.flatMap((text) => readPattern(text, name, budget)),
      Result.map((pattern) => ({ kind: "patterns" as const, patterns: [pattern] }))
    )
}

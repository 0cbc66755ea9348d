import { type Budget, type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import { framesOf } from "./frames.ts"
import { type Dated, inOrder } from "../series.ts"
import { type Sheet, sheetOf, statesThemselves, stateValues } from "../sheet.ts"
import { statedStates } from "../statedRule.ts"
import { plainRule } from "./align.ts"
import { undoComplement } from "./complement.ts"
import { draw, type Placed, showSame } from "./draw.ts"
import { projected } from "./history.ts"
import type { Pattern } from "./pattern.ts"
import { placePatterns, windowOf } from "./window.ts"

/** The rule and the topology, which all patterns that state one share. */
const agreed = (patterns: ReadonlyArray<Pattern>): Read<Pick<Pattern, "rule" | "topology">> => {
  const show = ({ rule, topology }: Pattern): string =>
    topology === null ? `${rule}` : `${rule ?? ""}:${topology.text}`
  const stating = patterns.filter(({ rule, topology }) => rule !== null || topology !== null)
  const [first] = stating
  const other = stating.find((pattern) => show(pattern) !== show(first!))
  return other === undefined
    ? Result.succeed({ rule: first?.rule ?? null, topology: first?.topology ?? null })
    : unreadable(
        `${first!.name} has rule ${show(first!)}, ${other.name} has ${show(other)}`,
        "the generations of one evolution share their rule and grid"
      )
}

/** Patterns with titles that differ in more than a number are a collection. */
const oneStory = (patterns: ReadonlyArray<Pattern>): Read<void> => {
  const plain = (title: string): string => title.replaceAll(/\d+/g, "")
  const titled = patterns.filter(({ title }) => title !== null)
  const other = titled.find(({ title }) => plain(title!) !== plain(titled[0]!.title!))
  return other === undefined
    ? Result.succeed(undefined)
    : unreadable(
        `${titled[0]!.name} is called "${titled[0]!.title}", ${other.name} "${other.title}": a collection, not generations of one pattern`,
        "save the generations of one evolution"
      )
}

/** Generations by `#CXRLE`, where a mark without `Gen` means 0, else by `numberOf`. */
const date = (
  placed: ReadonlyArray<Placed>,
  numberOf: (pattern: Pattern, index: number) => number | null
): Read<ReadonlyArray<Dated<Placed>>> => {
  const dated = placed.some(({ pattern }) => pattern.generation !== null)
  return Result.all(
    placed.map((value, index): Read<Dated<Placed>> => {
      const { generation, marked, name } = value.pattern
      const number = generation ?? (dated && marked ? 0 : numberOf(value.pattern, index))
      return number === null
        ? unreadable(
            `the generation of ${name} is not known`,
            'number the files, or put "#CXRLE Gen=0", "#CXRLE Gen=1" … before the patterns'
          )
        : Result.succeed({ generation: number, name, value })
    })
  )
}

/** Patterns in the order of their generations where all say them, so that each can be aligned with the one before. */
const inTime = (
  patterns: ReadonlyArray<Pattern>,
  numberOf: (pattern: Pattern, index: number) => number | null
): ReadonlyArray<number> => {
  const numbers = patterns.map((pattern, i) => pattern.generation ?? numberOf(pattern, i) ?? i)
  return [...patterns.keys()].sort((a, b) => numbers[a]! - numbers[b]! || a - b)
}

/** Frames of one evolution from the patterns of its generations. `numberOf` dates those that do not say. */
export const evolutionOf = (
  patterns: ReadonlyArray<Pattern>,
  numberOf: (pattern: Pattern, index: number) => number | null,
  budget: Budget
): Read<Sheet> =>
  Result.gen(function* () {
    yield* oneStory(patterns)
    const { rule, topology } = yield* agreed(patterns)
    const order = inTime(patterns, numberOf)
    const sorted = order.map((i) => patterns[i]!)
    const boxes = yield* placePatterns(sorted, topology, plainRule(rule), budget)
    const window = yield* windowOf(boxes, topology)
    const { height, width } = window
    const placed = sorted.map((pattern, i) => ({ pattern, box: boxes[i]! }))
    const dated = yield* date(placed, (pattern, i) => numberOf(pattern, order[i]!))
    const frames = yield* inOrder(dated, showSame)
    const size = width * height
    yield* budget.hold(size * frames.length, framesOf(frames.length, width, height))
    const codes = new Uint8Array(size * frames.length)
    for (const [t, { value }] of frames.entries()) {
      yield* draw(codes.subarray(t * size, (t + 1) * size), value, window)
    }
    const generations = frames.map(({ generation }) => generation)
    const marked = patterns.some((pattern) => pattern.marked)
    const world = { boundary: window.boundary, bounded: topology !== null }
    const drawn = { width, height, frames: frames.length, codes }
    const boundary = yield* undoComplement(drawn, rule, world, generations, marked, budget)
    const states = rule === null ? 0 : statedStates(rule)
    return yield* projected(
      sheetOf(
        { ...drawn, values: stateValues },
        { states: statesThemselves, statement: { boundary, rule, states }, generations }
      )
    )
  })

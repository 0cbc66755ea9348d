import { Result } from "effect"
import { deadFrames, type Frames, type StatedFrames } from "../evolution.ts"
import { type Dated, inOrder } from "../series.ts"
import { canonicalRule, statedStates } from "../statedRule.ts"
import { type Read, unreadable } from "../unreadable.ts"
import { undoComplement } from "./complement.ts"
import type { Pattern } from "./pattern.ts"
import { type Box, placePatterns, type Window, windowOf } from "./window.ts"

/** A pattern with its box, null when it is empty. */
interface Placed {
  readonly pattern: Pattern
  readonly box: Box | null
}

/** Draws a pattern into a frame of the window, which is dead so far. */
const draw = (frame: Uint8Array, { box, pattern }: Placed, window: Window): Read<void> => {
  if (box === null) return Result.succeed(undefined)
  const { runs } = pattern
  for (let i = 0; i < runs.length; i += 4) {
    const x = box.x + runs[i]! - window.x
    const y = box.y + runs[i + 1]! - window.y
    const length = runs[i + 2]!
    if (x < 0 || y < 0 || y >= window.height || x + length > window.width) {
      return unreadable(
        `${pattern.name} reaches outside the grid of ${window.width} × ${window.height} cells`,
        "correct its position or the size of the grid in its rule"
      )
    }
    frame.fill(runs[i + 3]!, y * window.width + x, y * window.width + x + length)
  }
  return Result.succeed(undefined)
}

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

/** Frames of one evolution from the patterns of its generations. `numberOf` dates those that do not say. */
export const evolutionOf = (
  patterns: ReadonlyArray<Pattern>,
  numberOf: (pattern: Pattern, index: number) => number | null
): Read<StatedFrames> =>
  Result.gen(function* () {
    const { rule, topology } = yield* agreed(patterns)
    const boxes = yield* placePatterns(patterns, topology)
    const window = yield* windowOf(boxes, topology)
    const { height, width } = window
    const frameOf = (placed: Placed): Read<Uint8Array> =>
      Result.flatMap(deadFrames(width, height, 1), (frame) => Result.map(draw(frame, placed, window), () => frame))
    const sameCells = (a: Placed, b: Placed): boolean => {
      const drawn = Result.all([frameOf(a), frameOf(b)])
      return Result.isSuccess(drawn) && drawn.success[0].every((cell, i) => cell === drawn.success[1][i])
    }
    const dated = yield* date(
      patterns.map((pattern, i) => ({ pattern, box: boxes[i]! })),
      numberOf
    )
    const generations = yield* inOrder(dated, sameCells)
    const cells = yield* deadFrames(width, height, generations.length)
    for (const [t, { value }] of generations.entries()) {
      yield* draw(cells.subarray(t * width * height, (t + 1) * width * height), value, window)
    }
    const frames: Frames = { width, height, frames: generations.length, cells }
    const marked = patterns.some((pattern) => pattern.marked)
    const world = { boundary: window.boundary, bounded: topology !== null }
    const boundary = yield* undoComplement(frames, rule, world, generations[0]!.generation, marked)
    const states = rule === null ? 0 : statedStates(rule)
    return { ...frames, statement: { boundary, rule: rule === null ? null : canonicalRule(rule), states } }
  })

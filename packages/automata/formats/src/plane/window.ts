import { type Budget, type Read, unreadable } from "@rulescope/arrays"
import { type Recording, type Rule, unobserved } from "@rulescope/lattice"
import { Result } from "effect"
import { agreementInPlace, alignedByRule } from "./align.ts"
import { holdsState, isEmpty, type Pattern } from "./pattern.ts"
import { centred, type Topology } from "./topology.ts"

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The cells that every frame shows, and what lies beyond them. */
export interface Window extends Box {
  readonly boundary: Recording["boundary"]
}

/**
 * Live cells touch all four sides of the box, as when a program saves the smallest box around them; a box with
 * cells that are not known is a window.
 */
const isTight = (pattern: Pattern): boolean => {
  const { height, runs, width } = pattern
  if (holdsState(pattern, (state) => state === unobserved)) return false
  let [left, top, right, bottom] = [false, false, false, false]
  for (let i = 0; i < runs.length; i += 4) {
    const [x, y, length] = [runs[i]!, runs[i + 1]!, runs[i + 2]!]
    left ||= x === 0
    top ||= y === 0
    right ||= x + length === width
    bottom ||= y === height - 1
  }
  return left && top && right && bottom
}

/** Boxes of this many cells a side or more are taken for windows although live cells touch all their sides. */
const surelyWindow = 8

/** Of the cells live before or after, the share that a rule may miss where patterns are generations of it. */
const mostWrong = 0.3

const remedy = 'put "#CXRLE Pos=x,y" before each pattern, or save every generation at the full size of one window'

/** Boxes at the corner that each pattern states, else centred or filling the grid. */
const boxesAsStated = (patterns: ReadonlyArray<Pattern>, topology: Topology | null): ReadonlyArray<Box | null> => {
  const corner = (size: number, grid: number | undefined): number =>
    grid === undefined ? 0 : grid === size ? centred(grid) : centred(size)
  return patterns.map((pattern) => {
    const { height, width } = pattern
    if (isEmpty(pattern)) return null
    const { x, y } = pattern.corner ?? { x: corner(width, topology?.width), y: corner(height, topology?.height) }
    return { x, y, width, height }
  })
}

/** Boxes without a position, of which there are several: as windows, by the rule, or not at all. */
const placeFloating = (
  patterns: ReadonlyArray<Pattern>,
  floating: ReadonlyArray<Pattern>,
  topology: Topology | null,
  rule: Rule | null,
  budget: Budget
): Read<ReadonlyArray<Box | null>> =>
  Result.gen(function* () {
    const [first] = floating as unknown as readonly [Pattern]
    const other = floating.find(({ height, width }) => width !== first.width || height !== first.height)
    const twoStates = !floating.some((pattern) => holdsState(pattern, (state) => state !== 1))
    const usable = topology === null && twoStates ? rule : null
    const inPlace = other === undefined && usable !== null ? yield* agreementInPlace(floating, usable, budget) : null
    if (usable !== null && (inPlace === null || inPlace.wrong > 0)) {
      const aligned = yield* alignedByRule(patterns, usable, budget)
      if (aligned !== null) return aligned
    }
    if (other !== undefined) {
      const sizes = `${first.name} is ${first.width} × ${first.height} cells and ${other.name} ${other.width} × ${other.height}`
      return yield* unreadable(`${sizes}, without positions`, remedy)
    }
    const tight = floating.every(isTight)
    if (tight && Math.max(first.width, first.height) < surelyWindow && !(inPlace !== null && inPlace.wrong === 0)) {
      return yield* unreadable("each pattern is the smallest box around its live cells, without a position", remedy)
    }
    if (tight && inPlace !== null && inPlace.wrong > mostWrong * inPlace.live) {
      return yield* unreadable(
        "the patterns have no positions, and neither in one place nor moved are they generations of the stated rule",
        remedy
      )
    }
    return boxesAsStated(patterns, topology)
  })

/**
 * Where the box of each pattern lies; null for an empty one.
 *
 * A pattern that fills a bounded grid lies at its corner, and a lone one without a position is centred there
 * as Golly does it. Several without a position lie in one place when all cover boxes of one size, unless only
 * moving them by the stated rule makes them its generations; smallest boxes around the live cells cannot be put
 * together otherwise.
 */
export const placePatterns = (
  patterns: ReadonlyArray<Pattern>,
  topology: Topology | null,
  rule: Rule | null,
  budget: Budget
): Read<ReadonlyArray<Box | null>> => {
  const fills = ({ height, width }: Pattern): boolean => width === topology?.width && height === topology.height
  const shown = patterns.filter((pattern) => !isEmpty(pattern))
  const floats = (pattern: Pattern): boolean => pattern.corner === null && !fills(pattern)
  const floating = shown.filter(floats)
  const placed = shown.find((pattern) => !floats(pattern))
  if (floating.length === 0 || shown.length < 2) return Result.succeed(boxesAsStated(patterns, topology))
  if (placed !== undefined) return unreadable(`${floating[0]!.name} has no position, ${placed.name} has one`, remedy)
  return placeFloating(patterns, floating, topology, rule, budget)
}

const same = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

const axis = (starts: ReadonlyArray<number>, ends: ReadonlyArray<number>, margin: number) => {
  const start = starts.reduce((a, b) => Math.min(a, b), Infinity) - margin
  return { start, size: ends.reduce((a, b) => Math.max(a, b), -Infinity) + margin - start }
}

/**
 * The window that holds all boxes.
 *
 * A bounded grid is its own window. On the unbounded plane boxes that are all the same are a window of the
 * recorder's choice, whose surroundings are to be decided from the data. Boxes that differ, or vanish, are
 * those of a program that saves the live part only: then whatever lies outside a box is dead, and outside
 * their union it is dead in every recorded frame. So the union, with one dead cell of margin for the births
 * beside it, has dead surroundings, as far as the recording goes.
 */
export const windowOf = (boxes: ReadonlyArray<Box | null>, topology: Topology | null): Read<Window> => {
  const shown = boxes.filter((box) => box !== null)
  const [first] = shown
  const bounded = { across: topology?.width ?? 0, down: topology?.height ?? 0 }
  if (first === undefined && (bounded.across === 0 || bounded.down === 0)) {
    return unreadable("no pattern has a cell", "record at least one generation with live cells")
  }
  if (topology === null && boxes.every((box) => box !== null && same(box, first!))) {
    return Result.succeed({ ...first!, boundary: "auto" as const })
  }
  const across =
    bounded.across > 0
      ? { start: centred(bounded.across), size: bounded.across }
      : axis(
          shown.map(({ x }) => x),
          shown.map(({ width, x }) => x + width),
          1
        )
  const down =
    bounded.down > 0
      ? { start: centred(bounded.down), size: bounded.down }
      : axis(
          shown.map(({ y }) => y),
          shown.map(({ height, y }) => y + height),
          1
        )
  return Result.succeed({
    x: across.start,
    y: down.start,
    width: across.size,
    height: down.size,
    boundary: topology?.boundary ?? "dead"
  })
}

import type { Budget, Read } from "@rulescope/arrays"
import { cellStep, type Rule, unobserved } from "@rulescope/lattice"
import { Result } from "effect"
import { parseRule } from "../rules.ts"
import { hasB0 } from "./golly.ts"
import { isEmpty, type Pattern } from "./pattern.ts"
import type { Box } from "./window.ts"

/** How the next pattern agrees with what the stated rule makes of this one. */
export interface Agreement {
  /** Cells that are live in either. */
  readonly live: number
  /** Of these, live in one only. */
  readonly wrong: number
}

/** A rule of two states on the plane that leaves an empty world empty; null for every other text. */
export const plainRule = (text: string | null): Rule | null => {
  const parsed = text === null ? null : parseRule(text)
  if (parsed === null || !parsed.ok) return null
  const { family } = parsed.value
  const fits = family.states === 2 && family.neighbourhood.dimension === 2 && family.partition !== null
  return fits && !hasB0(parsed.value) ? parsed.value : null
}

/** What becomes of a pattern in empty surroundings, its box widened by `margin` cells on every side. */
const stepped = ({ height, runs, width }: Pattern, rule: Rule, margin: number): Uint8Array => {
  const [across, down] = [width + 2 * margin, height + 2 * margin]
  const before = new Uint8Array(across * down)
  for (let i = 0; i < runs.length; i += 4) {
    const at = (runs[i + 1]! + margin) * across + runs[i]! + margin
    before.fill(1, at, at + runs[i + 2]!)
  }
  const after = new Uint8Array(across * down)
  cellStep(rule, across, down, "dead")(before, after)
  return after
}

const reachOf = (rule: Rule): number => Math.max(...rule.family.neighbourhood.offsets.flat().map(Math.abs))

/** Where `next` lies, the corner of `pattern` being 0, 0, when it is what the rule makes of it; null when it is not. */
const placeOfNext = (
  pattern: Pattern,
  next: Pattern,
  rule: Rule
): { readonly x: number; readonly y: number } | null => {
  const margin = reachOf(rule)
  const across = pattern.width + 2 * margin
  const after = stepped(pattern, rule, margin)
  const first = after.indexOf(1)
  if (first < 0 || next.runs.length === 0) return null
  // The first live cell in reading order is the first of the next pattern's first run.
  const [x, y] = [(first % across) - next.runs[0]!, Math.floor(first / across) - next.runs[1]!]
  let live = 0
  for (let i = 0; i < next.runs.length; i += 4) {
    for (let k = 0; k < next.runs[i + 2]!; k++) {
      const [column, row] = [x + next.runs[i]! + k, y + next.runs[i + 1]!]
      if (column < 0 || column >= across || row < 0 || after[row * across + column] !== 1) return null
      live++
    }
  }
  let made = 0
  for (let i = 0; i < after.length; i++) made += after[i]!
  return made === live ? { x: x - margin, y: y - margin } : null
}

/**
 * Boxes of patterns without positions, put where the stated rule carries each to the next, the first one at 0, 0;
 * null when it does not carry one of them to the next.
 */
export const alignedByRule = (
  patterns: ReadonlyArray<Pattern>,
  rule: Rule,
  budget: Budget
): Read<ReadonlyArray<Box | null> | null> =>
  Result.gen(function* () {
    const margin = 2 * reachOf(rule)
    const largest = patterns.reduce(
      (most, { height, width }) => Math.max(most, (width + margin) * (height + margin)),
      0
    )
    yield* budget.hold(2 * largest, "the largest pattern, to be aligned by its rule,")
    const boxes: Array<Box | null> = []
    let [x, y] = [0, 0]
    for (const [i, pattern] of patterns.entries()) {
      const { height, width } = pattern
      if (isEmpty(pattern)) {
        if (i === 0) return null
        boxes.push(null)
        continue
      }
      if (i > 0) {
        const before = patterns[i - 1]!
        if (isEmpty(before)) return null
        const place = placeOfNext(before, pattern, rule)
        if (place === null) return null
        x += place.x
        y += place.y
      }
      boxes.push({ x, y, width, height })
    }
    return boxes
  })

/** How patterns in one box agree with the rule, cells whose neighbours are all inside. */
export const agreementInPlace = (patterns: ReadonlyArray<Pattern>, rule: Rule, budget: Budget): Read<Agreement> =>
  Result.gen(function* () {
    const { height, width } = patterns[0]!
    yield* budget.hold(3 * width * height, `a box of ${width} × ${height} cells`)
    const step = cellStep(rule, width, height, "unknown")
    const [before, after, made] = [0, 1, 2].map(() => new Uint8Array(width * height)) as Three
    let [live, wrong] = [0, 0]
    const paint = (cells: Uint8Array, { runs }: Pattern): void => {
      cells.fill(0)
      for (let i = 0; i < runs.length; i += 4) {
        const at = runs[i + 1]! * width + runs[i]!
        cells.fill(1, at, at + runs[i + 2]!)
      }
    }
    for (let t = 0; t + 1 < patterns.length; t++) {
      paint(before, patterns[t]!)
      paint(after, patterns[t + 1]!)
      step(before, made)
      for (let i = 0; i < made.length; i++) {
        if (made[i] === unobserved || (made[i] === 0 && after[i] === 0)) continue
        live++
        if (made[i] !== after[i]) wrong++
      }
    }
    return { live, wrong }
  })

type Three = [Uint8Array, Uint8Array, Uint8Array]

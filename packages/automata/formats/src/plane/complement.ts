import { type Budget, type Read, unreadable } from "@rulescope/arrays"
import { type Boundary, cellStep, type Recording, type Rule, unobserved } from "@rulescope/lattice"
import { Result } from "effect"
import { parseRule } from "../rules.ts"
import type { Sheet } from "../sheet.ts"
import { complement, hasB0, storesComplement } from "./golly.ts"

/** Frames of states, as drawn. */
type Frames = Pick<Sheet, "codes" | "frames" | "height" | "width">

/** Which generations are stored complemented. */
type Reading = (generation: number) => boolean

const asStored: Reading = () => false

const holdsTwoStates = (cells: Uint8Array): boolean => {
  for (let i = 0; i < cells.length; i++) if (cells[i]! > 1 && cells[i] !== unobserved) return false
  return true
}

/** B0 in the notations that no family here reads: hexagonal, von Neumann, and MAP of these. */
const mayHaveB0 = (rule: string): boolean => {
  if (rule.startsWith("MAP")) return /^MAP[g-z0-9+/]/.test(rule)
  if (!/[hvl]$/i.test(rule)) return false
  const slash = rule.indexOf("/")
  return /^b0/i.test(rule) || (!/b/i.test(rule.slice(0, Math.max(slash, 0))) && /^b?0/i.test(rule.slice(slash + 1)))
}

/** Transitions looked at to choose a reading. */
const enough = 16

/** How many cells of the first transitions contradict the rule under each reading. */
const contradictions = (
  rule: Rule,
  { codes: cells, frames, height, width }: Frames,
  boundary: Boundary,
  generations: ReadonlyArray<number>,
  readings: ReadonlyArray<Reading>
): ReadonlyArray<number> => {
  const size = width * height
  const step = cellStep(rule, width, height, boundary)
  const next = new Uint8Array(size)
  const totals = readings.map(() => 0)
  for (let t = 0, looked = 0; t < frames - 1 && looked < enough; t++) {
    if (generations[t + 1] !== generations[t]! + 1) continue
    looked++
    const after = cells.subarray((t + 1) * size, (t + 2) * size)
    const [stored, turned] = [false, true].map((turn) => {
      const before = cells.slice(t * size, (t + 1) * size)
      if (turn) complement(before)
      step(before, next)
      const counts = [0, 0]
      for (let i = 0; i < size; i++) {
        if (next[i] !== unobserved && after[i] !== unobserved) counts[next[i] === after[i] ? 1 : 0]!++
      }
      return counts
    })
    for (const [i, reading] of readings.entries()) {
      const counts = reading(generations[t]!) ? turned! : stored!
      totals[i]! += counts[reading(generations[t]! + 1) ? 1 : 0]!
    }
  }
  return totals
}

/**
 * Undoes, in place, the complement in which Golly stores rules with B0.
 *
 * Other programs write such frames as they are and nothing in the file tells which it is. The rule in the
 * header does: of the four readings (as stored, every generation, the odd or the even ones complemented) the
 * one with the fewest cells that contradict it over the first 16 transitions is taken. On a tie, as with a
 * single frame, a file with Golly's `#CXRLE` mark is read as Golly stores it, any other as it stands.
 *
 * Where a complement is undone, cells that Golly holds dead beyond a plane's edge are live at times, and so
 * they are around the live part of an unbounded world: the boundary is then unknown. A rule with B0 that no
 * family reads cannot be checked and is refused.
 */
export const undoComplement = (
  frames: Frames,
  stated: string | null,
  world: { readonly boundary: Recording["boundary"]; readonly bounded: boolean },
  generations: ReadonlyArray<number>,
  marked: boolean,
  budget: Budget
): Read<Recording["boundary"]> => {
  const { boundary, bounded } = world
  const parsed = stated === null ? null : parseRule(stated)
  if (stated === null || parsed === null) return Result.succeed(boundary)
  if (!parsed.ok) {
    return mayHaveB0(stated) && holdsTwoStates(frames.codes)
      ? unreadable(
          `rule ${stated} has B0, whose generations Golly stores complemented; whether these are cannot be checked for this rule`,
          "save the states as they are, as npz or text, or take the rule out of the headers if they are so already"
        )
      : Result.succeed(boundary)
  }
  const rule = parsed.value
  if (!hasB0(rule) || !holdsTwoStates(frames.codes)) return Result.succeed(boundary)
  const golly: Reading = (generation) => storesComplement(rule, generation)
  const readings: ReadonlyArray<Reading> = [
    ...(marked && !(bounded && boundary === "dead") ? [golly] : []),
    asStored,
    () => true,
    (generation) => generation % 2 !== 0,
    (generation) => generation % 2 === 0
  ]
  const size = frames.width * frames.height
  return Result.map(budget.hold(4 * size, `a window of ${frames.width} × ${frames.height} cells`), () => {
    const wrong = contradictions(rule, frames, boundary === "torus" ? "torus" : "unknown", generations, readings)
    const reading = readings[wrong.indexOf(Math.min(...wrong))]!
    for (let t = 0; t < frames.frames; t++) {
      if (reading(generations[t]!)) complement(frames.codes.subarray(t * size, (t + 1) * size))
    }
    return boundary === "dead" && !(bounded && reading === asStored) ? "unknown" : boundary
  })
}

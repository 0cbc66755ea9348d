import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import { showShape, sizeOf, type ValueArray } from "../arrays/array.ts"
import { makeCoder } from "../coder.ts"
import type { Value } from "../sheet.ts"

/** Most lists within one another. */
const mostDepth = 6

const remedy = "give all lists of one level the same length, and values on the innermost level only"

/** Puts nested lists together as an array; each call answers what is wrong, or null. */
export interface ArrayBuilder {
  readonly open: () => string | null
  readonly close: () => string | null
  readonly value: (value: Value) => string | null
  readonly depth: () => number
  /** The array: that of the only list, or all lists of the outermost level one after another. */
  readonly finish: () => Read<ValueArray>
}

/** `most` is the number of values that there is room for. */
export const makeArrayBuilder = (most: number): ArrayBuilder => {
  const coder = makeCoder()
  const codes = new Uint8Array(most)
  /** Length of a list of each depth, outermost first; the depth at which values stand. */
  const sizes: Array<number> = []
  let leaves = 0
  let used = 0
  const counts = [0]
  return {
    depth: () => counts.length - 1,
    open: () => {
      if (counts.length > mostDepth) return `lists lie more than ${mostDepth} deep in one another`
      if (leaves > 0 && counts.length > leaves) return "a list stands where there are values elsewhere"
      counts.push(0)
      return null
    },
    value: (value) => {
      const depth = counts.length - 1
      leaves ||= depth
      if (depth !== leaves) return "a value stands where there are lists elsewhere"
      const code = coder.codeOf(value)
      if (code < 0) return "the lists hold more than 256 different values"
      codes[used++] = code
      counts[depth]!++
      return null
    },
    close: () => {
      const depth = counts.length - 1
      const count = counts.pop()!
      sizes[depth] ??= count
      counts[depth - 1]!++
      return sizes[depth] === count ? null : `a list has ${count} entries, the first of its level ${sizes[depth]}`
    },
    finish: () => {
      if (leaves === 0) return unreadable("the lists hold no values", "write each frame as a list of rows")
      const inner = sizes.slice(1)
      const shape = counts[0] === 1 ? inner : [counts[0]!, ...inner]
      return sizeOf(shape) === used
        ? Result.succeed({ shape, codes: codes.subarray(0, used), values: coder.values })
        : unreadable(`${used} values do not fill lists of shape ${showShape(shape)}`, remedy)
    }
  }
}

/** What is wrong with lists, as a failure. */
export const wrongLists = (what: string, line: number | null): Read<never> =>
  line === null ? unreadable(what, remedy) : unreadable(`line ${line}: ${what}`, remedy)

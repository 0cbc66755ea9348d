import { type Budget, type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import { makeCoder } from "../coder.ts"
import { type Sheet, sheetOf } from "../sheet.ts"
import { showShape, sizeOf, type ValueArray } from "./array.ts"

/** Codes of several arrays one after another, over one list of values. */
const joined = (arrays: ReadonlyArray<ValueArray>): Read<Pick<ValueArray, "codes" | "values">> => {
  const [first] = arrays
  const codes = new Uint8Array(arrays.reduce((sum, array) => sum + array.codes.length, 0))
  const shared = arrays.every(({ values }) => values.every((value, code) => Object.is(value, first!.values[code])))
  const coder = makeCoder()
  let at = 0
  for (const array of arrays) {
    const table = new Int16Array(256).fill(-1)
    for (let i = 0; i < array.codes.length; i++) {
      const code = array.codes[i]!
      if (!shared && table[code] === -1 && (table[code] = coder.codeOf(array.values[code]!)) < 0) {
        return unreadable("the arrays hold more than 256 different numbers", "states are few: save rounded values")
      }
      codes[at++] = shared ? code : table[code]!
    }
  }
  return Result.succeed({ codes, values: shared ? first!.values : coder.values })
}

/** Grids [H, W] of equal size as frames, in the order given. */
export const framesTogether = (
  arrays: ReadonlyArray<readonly [name: string, array: ValueArray]>,
  budget: Budget
): Read<Sheet> =>
  Result.gen(function* () {
    const [[firstName, first]] = arrays as unknown as readonly [readonly [string, ValueArray]]
    const other = arrays.find(([, { shape }]) => showShape(shape) !== showShape(first.shape))
    if (other !== undefined) {
      return yield* unreadable(
        `${firstName} has shape ${showShape(first.shape)}, ${other[0]} has ${showShape(other[1].shape)}`,
        "record all generations in one window"
      )
    }
    yield* budget.hold(
      arrays.length * sizeOf(first.shape),
      `${arrays.length} arrays of shape ${showShape(first.shape)}`
    )
    const { codes, values } = yield* joined(arrays.map(([, array]) => array))
    const [height, width] = first.shape as [number, number]
    return sheetOf(
      { width, height, frames: arrays.length, codes, values },
      { remarks: [`${arrays.length} arrays are taken as frames, ${firstName} first`] }
    )
  })

/** Names that say "before" and "after", the two of a pair alike but for them. */
const pairNames: ReadonlyArray<readonly [before: string, after: string]> = [
  ["x", "y"],
  ["input", "output"],
  ["inputs", "outputs"],
  ["input", "target"],
  ["inputs", "targets"],
  ["data", "labels"],
  ["before", "after"],
  ["current", "next"],
  ["state", "next_state"],
  ["start", "stop"],
  ["t0", "t1"]
]

/** Arrays of which one holds the frames before and the other those after, such as X and y, or X_train and y_train. */
export const pairsAmong = <A extends { readonly name: string }>(
  members: ReadonlyArray<A>
): ReadonlyArray<readonly [before: A, after: A]> => {
  const byName = new Map(members.map((member) => [member.name.toLowerCase(), member]))
  return members.flatMap((member) => {
    for (const [before, after] of pairNames) {
      const name = member.name.toLowerCase()
      const suffix = name === before ? "" : name.startsWith(`${before}_`) ? name.slice(before.length) : null
      const partner = suffix === null ? undefined : byName.get(`${after}${suffix}`)
      if (partner !== undefined) return [[member, partner] as const]
    }
    return []
  })
}

const sameFrame = (codes: Uint8Array, a: number, b: number, size: number): boolean => {
  for (let i = 0; i < size; i++) if (codes[a * size + i] !== codes[b * size + i]) return false
  return true
}

/**
 * Recordings of frames and of what became of each: frame n of `after` follows frame n of `before`. Where it is
 * also frame n + 1 of `before`, they are one evolution.
 */
export const pairSheets = (before: Sheet, after: Sheet, budget: Budget): Read<ReadonlyArray<Sheet>> =>
  Result.gen(function* () {
    const { frames, height, width } = before
    if (after.width !== width || after.height !== height || after.frames !== frames) {
      return yield* unreadable(
        `${before.name} and ${after.name} are a pair of different shapes`,
        "give both the shape [pairs, height, width]"
      )
    }
    const size = width * height
    yield* budget.hold(3 * size * frames, `${frames} pairs of frames`)
    const { codes, values } = yield* joined(
      [before, after].map((sheet) => ({ shape: [], codes: sheet.codes, values: sheet.values }))
    )
    const sheets: Array<Sheet> = []
    for (let first = 0; first < frames;) {
      let last = first
      while (last + 1 < frames && sameFrame(codes, frames + last, last + 1, size)) last++
      const run = new Uint8Array((last - first + 2) * size)
      run.set(codes.subarray(first * size, (last + 1) * size))
      run.set(codes.subarray((frames + last) * size, (frames + last + 1) * size), (last - first + 1) * size)
      const name = `${before.name}, ${after.name} ${first + 1}`
      sheets.push(sheetOf({ width, height, frames: last - first + 2, codes: run, values }, { name }))
      first = last + 1
    }
    return sheets
  })

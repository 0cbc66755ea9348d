import { Result } from "effect"
import { type Read, unreadable } from "./unreadable.ts"

/** One frame with its generation. */
export interface Dated<A> {
  readonly generation: number
  /** Where it comes from, for messages. */
  readonly name: string
  readonly value: A
}

/** The last number in a file name, its extensions left out, or null: "gen_005.rle.gz" is 5. */
export const numberInName = (name: string): number | null => {
  const digits = /(\d+)\D*$/.exec(name.replace(/(?:\.[a-z]\w*)+$/i, ""))?.[1]
  return digits === undefined || digits.length > 15 ? null : Number(digits)
}

/**
 * Frames in the order of their generations, which must follow one another without a gap. The same
 * generation twice is an error unless both show the same cells.
 */
export const inOrder = <A>(
  frames: ReadonlyArray<Dated<A>>,
  same: (a: A, b: A) => boolean
): Read<ReadonlyArray<Dated<A>>> => {
  const sorted = frames.toSorted((a, b) => a.generation - b.generation)
  const kept: Array<Dated<A>> = []
  for (const frame of sorted) {
    const before = kept.at(-1)
    const step = before === undefined ? 1 : frame.generation - before.generation
    if (step === 0 && same(before!.value, frame.value)) continue
    if (step === 0) {
      return unreadable(
        `${before!.name} and ${frame.name} are both generation ${frame.generation}, with different cells`,
        "keep one of them"
      )
    }
    if (step > 1) {
      const missing = before!.generation + 1
      const gap = step === 2 ? `generation ${missing} is` : `generations ${missing} to ${frame.generation - 1} are`
      return unreadable(
        `${gap} missing: ${before!.name} is generation ${before!.generation}, the next, ${frame.name}, is ${frame.generation}`,
        "a rule is read from consecutive generations: add what is missing, or number the frames one by one"
      )
    }
    kept.push(frame)
  }
  return Result.succeed(kept)
}

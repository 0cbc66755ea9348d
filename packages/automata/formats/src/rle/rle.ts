import { Result } from "effect"
import type { StatedFrames } from "../evolution.ts"
import type { Read } from "../unreadable.ts"
import { evolutionOf } from "./evolution.ts"
import { readPatterns } from "./patterns.ts"

/** One file: its patterns are the generations, by `Gen` where stated, else in the order of the file. */
export const readRle = (text: string): Read<StatedFrames> =>
  Result.flatMap(readPatterns(text), (patterns) => {
    const dated = patterns.some(({ generation }) => generation !== null)
    return evolutionOf(patterns, (_, index) => (dated && patterns.length > 1 ? null : index))
  })

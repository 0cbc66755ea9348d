import { Result } from "effect"
import type { Frames } from "../evolution.ts"
import { type Read, unreadable } from "../unreadable.ts"
import { readNpyHeader, showShape } from "./header.ts"
import { readStates, type StateArray } from "./states.ts"

/** Frames of an array [T, H, W], or [T, W] for a world of one row. */
export const framesOf = ({ cells, shape }: StateArray): Read<Frames> => {
  if (shape.length < 2) {
    return unreadable(`the array has shape ${showShape(shape)}`, "save an array of shape [frames, height, width]")
  }
  const [frames, height, width] = shape.length === 3 ? shape : [shape[0]!, 1, shape[1]!]
  return Result.succeed({ width: width!, height: height!, frames: frames!, cells })
}

/** Frames of an npy file: [T, H, W], or [T, W] for a world of one row. */
export const readNpy = (bytes: Uint8Array): Read<Frames> =>
  readNpyHeader(bytes).pipe(
    Result.flatMap((header) => readStates(header, bytes)),
    Result.flatMap(framesOf)
  )

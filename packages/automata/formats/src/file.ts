import type { Recording } from "@rulescope/lattice"
import { Result } from "effect"
import type { Recognised } from "./detect.ts"
import { type Frames, nothingStated, recordingOf, type StatedFrames } from "./evolution.ts"
import { readNpy } from "./numpy/npy.ts"
import { readNpz } from "./numpy/npz.ts"
import { evolutionOf } from "./rle/evolution.ts"
import { readCells } from "./rle/plaintext.ts"
import { readRle } from "./rle/rle.ts"
import { readGrid } from "./text/grid.ts"
import type { Read } from "./unreadable.ts"

const unstated = (frames: Read<Frames>): Read<StatedFrames> =>
  Result.map(frames, (read) => ({ ...read, statement: nothingStated }))

const readFrames = (content: Recognised, name: string): Read<StatedFrames> => {
  switch (content.format) {
    case "npy":
      return unstated(readNpy(content.bytes))
    case "npz":
      return unstated(readNpz(content.bytes))
    case "rle":
      return readRle(content.text)
    case "cells":
      return Result.flatMap(readCells(content.text, name), (pattern) => evolutionOf([pattern], () => 0))
    case "text":
      return readGrid(content.text)
  }
}

/** The recording of one file. */
export const readSingle = (content: Recognised, name: string): Read<Recording> =>
  Result.map(readFrames(content, name), (frames) => recordingOf(name, frames))

import type { RunSpec } from "@rulescope/automata"
import { FileError, Files } from "@rulescope/core"
import { writeNpz } from "@rulescope/formats"
import type { Recording } from "@rulescope/lattice"
import { Effect, Layer } from "effect"
import { type Frames, recordingOf } from "./frames.ts"

/** How a recording is read; all by what the data say unless told otherwise. */
export interface Question {
  /** Family of rules to look in; default "auto". */
  readonly family?: string
  /** What lies beyond the edges; default "auto". */
  readonly boundary?: Recording["boundary"]
  /** Generations from one frame to the next; default "recorded", 1 where nothing is recorded. */
  readonly stride?: RunSpec["stride"]
  /** Plugin and its configuration; default that of a run spec. */
  readonly inferrer?: { readonly id: string; readonly config?: object }
  /** Plugin and its configuration; default that of a run spec. */
  readonly backbone?: { readonly id: string; readonly config?: object }
  /** Share of the transitions kept apart for the proof, 0 < share < 1; default 0.2. */
  readonly heldOut?: number
  /** Every random choice derives from it; default 1. */
  readonly seed?: number
}

/** The run spec that reads a file; what is not asked is left out. */
export const specOf = (path: string, question: Question): object => {
  const { backbone, boundary = "auto", family, heldOut, inferrer, seed, stride } = question
  const generator = { id: "recording", config: { path, boundary } }
  const asked = { generator, family, seed, heldOut, stride, backbone, inferrer }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
}

/** Name of frames that are in memory, where a file has its path. */
export const inMemory = "frames.npz"

/** Frames of a program as the one file there is. */
export const filesOf = (frames: Frames): Layer.Layer<Files> =>
  Layer.sync(Files, () => {
    const bytes = writeNpz(recordingOf(frames, "auto"))
    return Files.of({ read: () => Effect.succeed([{ name: inMemory, bytes }]) })
  })

/** No files at all, where nobody has said from where they come. */
export const noFiles: Layer.Layer<Files> = Layer.succeed(
  Files,
  Files.of({
    read: (path) => Effect.fail(new FileError({ path, reason: "there are no files here", remedy: "give frames" }))
  })
)

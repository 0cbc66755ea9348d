import type { RunResult } from "@rulescope/automata"
import { StageCache } from "@rulescope/core"
import { Layer } from "effect"
import type { Frames } from "../frames.ts"
import { type Options as Anywhere, type ResultOf, runIn } from "../program.ts"
import { filesOf, inMemory, type Question, specOf } from "../questions.ts"
import * as DiskCache from "./DiskCache.ts"
import * as DiskFiles from "./DiskFiles.ts"

export type { Frames } from "../frames.ts"
export type { ResultOf } from "../program.ts"
export type { Question } from "../questions.ts"
export * as DiskCache from "./DiskCache.ts"
export * as DiskFiles from "./DiskFiles.ts"
export { mostOfInput } from "./standardInput.ts"

/** What a run may be told beside its spec. */
export interface Options extends Anywhere {
  /** Folder that finished stages are kept in, also that of the command line; without one they are kept for this run. */
  readonly cache?: string
  /** Folder that relative paths are meant from; default the working directory. */
  readonly root?: string
}

const cacheOf = ({ cache }: Options): Layer.Layer<StageCache.StageCache> =>
  cache === undefined ? StageCache.layerMemory : DiskCache.layer(cache)

/**
 * Finds the rule behind a recording, a file or a folder of them by its path, or frames: trains, reads the rule, proves
 * it on frames that nobody learned from.
 */
export const infer = (recording: string | Frames, options: Question & Options = {}): Promise<RunResult> => {
  const [path, files] =
    typeof recording === "string" ? [recording, DiskFiles.layerIn(options.root ?? ".")] : [inMemory, filesOf(recording)]
  return runIn(specOf(path, options), options, Layer.merge(files, cacheOf(options)))
}

/** Runs a spec, the document that `rulescope run` takes as a file. */
export const run = <const Spec>(spec: Spec, options: Options = {}): Promise<ResultOf<Spec>> =>
  runIn(spec, options, Layer.merge(DiskFiles.layerIn(options.root ?? "."), cacheOf(options)))

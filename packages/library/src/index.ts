import type { RunResult } from "@rulescope/automata"
import { StageCache } from "@rulescope/core"
import { Layer } from "effect"
import type { Frames } from "./frames.ts"
import { type Options, type ResultOf, runIn } from "./program.ts"
import { filesOf, inMemory, noFiles, type Question, specOf } from "./questions.ts"

export type { Frames } from "./frames.ts"
export type { Options, ResultOf } from "./program.ts"
export type { Question } from "./questions.ts"

/**
 * Finds the rule behind frames: trains, reads the rule, proves it on frames that nobody learned from. Works in Node and
 * in the browser.
 */
export const infer = (frames: Frames, options: Question & Options = {}): Promise<RunResult> =>
  runIn(specOf(inMemory, options), options, Layer.merge(filesOf(frames), StageCache.layerMemory))

/** Runs a spec whose generator needs no files. */
export const run = <const Spec>(spec: Spec, options: Options = {}): Promise<ResultOf<Spec>> =>
  runIn(spec, options, Layer.merge(noFiles, StageCache.layerMemory))

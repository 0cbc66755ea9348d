import { type RunFailure, type RunResult, type RunSpec } from "@rulescope/automata"
import { type FileError, run, StageCache } from "@rulescope/core"
import { automata } from "@rulescope/preset"
import { Backend } from "@rulescope/tensor"
import { Effect, Layer, Stream } from "effect"
import * as DiskCache from "./DiskCache.ts"
import * as DiskFiles from "./DiskFiles.ts"
import { makeProgress } from "./display/Progress.ts"
import type { BadInput } from "./Exit.ts"
import { openFolder } from "./Keep.ts"

export interface ExecuteOptions {
  /** Folder that keeps the run, if any. */
  readonly out: string | undefined
  /** Folder of the stage cache; undefined keeps results for this run only. */
  readonly cache: string | undefined
  readonly backend: Backend.Preference
}

/** Result of a run with the seconds that each stage took. */
export interface Executed {
  readonly result: RunResult
  readonly seconds: Readonly<Record<string, number>>
}

/** Runs a spec with live progress on stderr and keeps it when asked to. */
export const execute = (
  spec: RunSpec,
  options: ExecuteOptions
): Effect.Effect<Executed, RunFailure | BadInput | FileError> =>
  Effect.gen(function* () {
    const folder = options.out === undefined ? undefined : yield* openFolder(options.out, spec)
    const progress = yield* Effect.acquireRelease(
      Effect.sync(() => makeProgress(process.stderr)),
      (display) => Effect.sync(display.close)
    )
    const seconds: Record<string, number> = {}
    let found: RunResult | undefined
    yield* Stream.runForEach(run(automata, spec), (event) => {
      progress.show(event)
      if (event._tag === "StageFinished") {
        seconds[event.stage] = (seconds[event.stage] ?? 0) + event.seconds
        seconds["total"] = (seconds["total"] ?? 0) + event.seconds
      }
      if (event._tag === "RunFinished") found = event.result
      return folder?.note(event) ?? Effect.void
    })
    const result = found!
    yield* folder?.finish(result, seconds) ?? Effect.void
    return { result, seconds }
  }).pipe(
    Effect.scoped,
    Effect.provide(
      Layer.mergeAll(
        options.cache === undefined ? StageCache.layerMemory : DiskCache.layer(options.cache),
        DiskFiles.layer,
        Backend.layer(options.backend)
      )
    )
  )

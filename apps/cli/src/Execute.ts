import {
  type AnySubject,
  type Equipped,
  type Event,
  type FileError,
  type Files,
  Memory,
  run,
  StageCache,
  type StageEvent
} from "@rulescope/core"
import { DiskCache, DiskFiles } from "@rulescope/library/node"
import { Backend } from "@rulescope/tensor"
import { Effect, Layer, Stream } from "effect"
import { type BadInput, type RunFailure } from "./Exit.ts"
import { openFolder } from "./Keep.ts"
import { shownOf } from "./subjects/index.ts"

export interface ExecuteOptions {
  /** Folder that keeps the run, if any. */
  readonly out: string | undefined
  /** Folder of the stage cache; undefined keeps results for this run only. */
  readonly cache: string | undefined
  readonly backend: Backend.Preference
  /** Bytes that the data may take; null leaves it to the stages. */
  readonly memory: number | null
}

/**
 * Result of a run with the seconds that each stage took: `start` until the run begins, `total` from the start of the
 * process to its end, as a person waits.
 */
export interface Executed {
  readonly result: unknown
  readonly seconds: Readonly<Record<string, number>>
}

/** Runs a spec of a subject with live progress on stderr and keeps it when asked to. */
export const execute = (
  equipped: Equipped<AnySubject, Files | Backend.Backend>,
  spec: unknown,
  options: ExecuteOptions
): Effect.Effect<Executed, RunFailure | BadInput | FileError> =>
  Effect.gen(function* () {
    const { subject } = equipped
    const shown = shownOf(subject.id)
    const folder = options.out === undefined ? undefined : yield* openFolder(options.out, subject, spec)
    const progress = yield* Effect.acquireRelease(
      Effect.sync(() => shown.progress(process.stderr)),
      (display) => Effect.sync(display.close)
    )
    const seconds: Record<string, number> = { start: process.uptime() }
    let found: unknown
    const events: Stream.Stream<Event, RunFailure, StageCache.StageCache | Files | Backend.Backend> = run(
      equipped,
      spec as never
    )
    yield* Stream.runForEach(events, (event) => {
      progress.show(event)
      if (event._tag === "StageFinished") {
        const ended = event as Extract<StageEvent, { readonly _tag: "StageFinished" }>
        seconds[ended.stage] = (seconds[ended.stage] ?? 0) + ended.seconds
      }
      found = shown.resultOf(event) ?? found
      return folder?.note(event) ?? Effect.void
    })
    seconds["total"] = process.uptime()
    yield* folder?.finish(found, seconds) ?? Effect.void
    return { result: found, seconds }
  }).pipe(
    Effect.scoped,
    Effect.provideService(Memory, options.memory),
    Effect.provide(
      Layer.mergeAll(
        options.cache === undefined ? StageCache.layerMemory : DiskCache.layer(options.cache),
        DiskFiles.layer,
        Backend.layer(options.backend)
      )
    )
  )

import type { RunResult } from "@rulescope/automata"
import {
  decodeSpec,
  type Event,
  extend,
  type Files,
  Memory,
  type Offer,
  run as events,
  type StageCache,
  subjectOf
} from "@rulescope/core"
import type { RunResult as FlowResult } from "@rulescope/flow"
import { subjects } from "@rulescope/preset"
import { Backend, type WasmFiles } from "@rulescope/tensor"
import { Effect, Layer, Option, Stream } from "effect"

/** What a run may be told beside its spec. */
export interface Options {
  /** Plugins beside those that come with Rulescope: what a plugin package exports as `plugins`; none by default. */
  readonly plugins?: ReadonlyArray<Offer<Files | Backend.Backend>>
  /** Where tensors are computed; default "auto". */
  readonly backend?: Backend.Preference
  /** Where the .wasm files of the backend "wasm" lie, for a page made by a bundler. */
  readonly wasm?: WasmFiles
  /** Bytes that the data may take at most; default: what each stage thinks right. */
  readonly memory?: number
  /** Told of everything that happens, as it happens. */
  readonly onEvent?: (event: Event) => void
  /** Ends the run early; the promise is then rejected. */
  readonly signal?: AbortSignal
}

/** Where files come from, and where the results of finished stages are kept. */
export type Surroundings = Layer.Layer<Files | StageCache.StageCache>

/** What a run finds: about flows where the spec says so, else about automata. */
export type ResultOf<Spec> = Spec extends { readonly subject: "flow" } ? FlowResult : RunResult

/** Runs a spec to its result; rejects with the error of the stage that failed, which has a message for people. */
export const runIn = <Spec>(spec: Spec, options: Options, surroundings: Surroundings): Promise<ResultOf<Spec>> => {
  const { backend = "auto", memory = null, onEvent, plugins = [], signal, wasm } = options
  const whole = Effect.gen(function* () {
    const equipped = yield* subjectOf(yield* extend(subjects, plugins), spec)
    const decoded = yield* decodeSpec(equipped.subject.spec, spec)
    const all: Stream.Stream<Event, Error, Files | StageCache.StageCache | Backend.Backend> = events(equipped, decoded)
    const last = yield* Stream.runLast(Stream.tap(all, (event) => Effect.sync(() => onEvent?.(event))))
    // A run that does not fail ends with its result.
    return (Option.getOrThrow(last) as Event & { readonly result: ResultOf<Spec> }).result
  }).pipe(
    Effect.provideService(Memory, memory),
    Effect.provide(Layer.merge(surroundings, Backend.layer(backend, wasm === undefined ? {} : { wasmFiles: wasm })))
  )
  return Effect.runPromise(whole, signal === undefined ? {} : { signal })
}

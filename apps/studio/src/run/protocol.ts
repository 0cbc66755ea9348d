import type { Recording } from "@rulescope/lattice"
import type { RuleEstimate, RunEvent, RunResult } from "@rulescope/automata"
import type { NamedBytes, Registry, Sentence } from "@rulescope/core"
import type { Backend, BackendReport } from "@rulescope/tensor"

/** Files that a run may read, by the path that its spec names. */
export type RunFiles = ReadonlyArray<readonly [path: string, files: ReadonlyArray<NamedBytes>]>

/** What the page asks of the worker; `id` comes back with every answer. */
export type Request =
  | {
      readonly kind: "run"
      readonly id: number
      readonly spec: unknown
      readonly files: RunFiles
      readonly backend: Backend.Preference
    }
  /** The recordings that a generator gives, as a run sees them. */
  | {
      readonly kind: "generate"
      readonly id: number
      readonly generator: Registry.Choice
      readonly seed: number
      readonly files: RunFiles
    }
  /** The model that is kept under a key, as a file. */
  | { readonly kind: "model"; readonly id: number; readonly key: string }
  /** Keeps the model of a run that was opened; nothing is answered. */
  | { readonly kind: "adopt"; readonly key: string; readonly model: Uint8Array }
  /** Loads what a run needs, before the first one. */
  | { readonly kind: "warm"; readonly id: number }
  /** Which backends work here. */
  | { readonly kind: "probe"; readonly id: number }
  | { readonly kind: "cancel"; readonly id: number }

/** Why something was not done. */
export interface Failure {
  readonly reason: Sentence
  /** What to do; null where nobody knows. */
  readonly remedy: Sentence | null
  /** A mistake in Rulescope, not in what the user gave. */
  readonly defect: boolean
}

/** A rule as it forms: what the network's counters say before training has ended. */
export interface ReadingSoFar {
  readonly estimate: RuleEstimate
  readonly evidence: RunResult["evidence"]
}

export type Reply =
  | { readonly kind: "event"; readonly id: number; readonly event: RunEvent }
  /** What the run's inferrer reads so far; `accuracy` as it took it. */
  | { readonly kind: "reading"; readonly id: number; readonly reading: ReadingSoFar }
  /** The run is over, however it ended; `tensors` are left on the backend, 0 when nothing leaks. */
  | {
      readonly kind: "ended"
      readonly id: number
      readonly how: "finished" | "cancelled" | "failed"
      readonly failure: Failure | null
      readonly tensors: number
    }
  | { readonly kind: "recordings"; readonly id: number; readonly recordings: ReadonlyArray<Recording> }
  /** Null when it is kept no longer. */
  | { readonly kind: "model"; readonly id: number; readonly model: Uint8Array | null }
  | { readonly kind: "refused"; readonly id: number; readonly failure: Failure }
  /** Whether it is all there now. */
  | { readonly kind: "warmed"; readonly id: number; readonly ready: boolean }
  | { readonly kind: "probed"; readonly id: number; readonly backends: ReadonlyArray<BackendReport> }

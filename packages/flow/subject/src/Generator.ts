import type { Source } from "@rulescope/core"
import { Context, type Effect } from "effect"
import type { GenerateError } from "./errors.ts"
import type { Recording } from "./Recording.ts"

/** Provides recorded flows: simulated from a seed, or read from files. */
export class Generator extends Context.Service<
  Generator,
  {
    /** Null when nothing is read, or when it cannot be read. */
    readonly source: Effect.Effect<Source | null>
    /** Same configuration, seed and source, same numbers. At least one recording, all of the same columns and interval. */
    readonly generate: (seed: string) => Effect.Effect<ReadonlyArray<Recording>, GenerateError>
  }
>()("@rulescope/flow/Generator") {}

import { Effect } from "effect"
import { Backend } from "../src/index.ts"

/** The backends that every machine has. */
export const everywhere = ["wasm", "cpu"] as const

/** A runtime of one backend. */
export const runtimeOf = (name: Exclude<Backend.Preference, "auto">) =>
  Effect.flatMap(Backend.Backend, ({ use }) => use).pipe(Effect.provide(Backend.layer(name)))

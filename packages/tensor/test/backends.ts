import { Effect } from "effect"
import { Backend } from "../src/index.ts"

/** A runtime of one backend. */
export const runtimeOf = (name: Exclude<Backend.Preference, "auto">) =>
  Effect.flatMap(Backend.Backend, ({ use }) => use).pipe(Effect.provide(Backend.layer(name)))

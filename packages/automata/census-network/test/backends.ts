import { Effect } from "effect"
import { Backend } from "@rulescope/tensor"

/** A runtime of one backend. */
export const runtimeOf = (name: Exclude<Backend.Preference, "auto">) =>
  Effect.flatMap(Backend.Backend, ({ use }) => use).pipe(Effect.provide(Backend.layer(name)))

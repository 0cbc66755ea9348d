import { Effect } from "effect"
import { Backend } from "../src/index.ts"

/** The backends that every machine has. */
export const everywhere = ["wasm", "cpu"] as const

/** A runtime of one of them. */
export const runtimeOf = (name: (typeof everywhere)[number]) =>
  Effect.flatMap(Backend.Backend, ({ use }) => use).pipe(Effect.provide(Backend.layer(name)))

import { existsSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { Backend } from "../src/index.ts"

/** A runtime of one backend. */
export const runtimeOf = (name: Exclude<Backend.Preference, "auto">) =>
  Effect.flatMap(Backend.Backend, ({ use }) => use).pipe(Effect.provide(Backend.layer(name)))

const isInstalled = (name: string): boolean =>
  existsSync(join(process.env["RULESCOPE_NATIVE"] ?? "", "node_modules", "@tensorflow", name))

/** The native backend, where `rulescope doctor --install native` has brought it. */
export const native: ReadonlyArray<"node" | "node-gpu"> = isInstalled("tfjs-node")
  ? ["node"]
  : isInstalled("tfjs-node-gpu")
    ? ["node-gpu"]
    : []

/** The backends that every machine has, and the native one where it is. */
export const everywhere = ["wasm", "cpu", ...native] as const

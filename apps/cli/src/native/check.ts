import { Effect } from "effect"
import { fileURLToPath } from "node:url"
import { InstallError, runTool } from "./tool.ts"

export type NativeName = "node" | "node-gpu"

/** What `trial.ts` prints. */
export interface Trial {
  /** Largest difference of a gradient from that of WebAssembly, relative to the largest gradient. */
  readonly difference: number
  /** Times of a training step on 512 and on 32,768 rows, in milliseconds; null where the first is slow already. */
  readonly stepMs: number
  readonly largeStepMs: number | null
  /** It could compute on a card and has none, so the processor does. */
  readonly withoutCard: boolean
}

const tolerance = 1e-4

const program = fileURLToPath(
  import.meta.url.endsWith(".ts") ? new URL("trial.ts", import.meta.url) : new URL("trial.js", import.meta.url)
)

/** Trains a step on the installation in this folder, in a process of its own. */
export const checkNative = Effect.fnUntraced(function* (folder: string, name: NativeName) {
  const env = { RULESCOPE_NATIVE: folder }
  const remedy = 'what was fetched does not work on this machine: use "wasm"'
  const told = yield* runTool(process.execPath, [program, name], { env, remedy })
  const trial = JSON.parse(told) as Trial
  if (trial.difference <= tolerance) return trial
  return yield* new InstallError({ reason: `its gradients differ by ${trial.difference.toExponential(1)}`, remedy })
})

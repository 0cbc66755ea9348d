import { Schema } from "effect"
import type { BackendName } from "./names.ts"
import { nativePackages } from "./native.ts"

/** A backend cannot be used; `reason` is the backend's own error in one sentence, `remedy` what to do. */
export class BackendError extends Schema.TaggedError<BackendError>()("BackendError", {
  backend: Schema.String,
  reason: Schema.String,
  remedy: Schema.String
}) {
  override get message() {
    return `the TensorFlow.js backend "${this.backend}" does not work: ${this.reason}; ${this.remedy}`
  }
}

/** Packages that are used when somebody has installed them, and how. */
const optional: Readonly<Partial<Record<BackendName, { readonly name: string; readonly remedy: string }>>> = {
  webgpu: { name: "webgpu", remedy: '"pnpm add -w webgpu" installs it; it brings Dawn, 50 MB' },
  node: { name: nativePackages.node, remedy: '"rulescope doctor --install native" installs it' },
  "node-gpu": { name: nativePackages["node-gpu"], remedy: '"rulescope doctor --install native --gpu" installs it' }
}

/** What to do when a backend that is there fails. */
const remedies: Readonly<Record<BackendName, string>> = {
  wasm: 'check that the .wasm files can be read, or use "cpu"',
  cpu: "reinstall the workspace",
  webgpu: 'install the driver of a graphics card (on Linux with Vulkan), or use "wasm"',
  webgl: 'use "webgpu" or "wasm"',
  node: 'install it again ("rulescope doctor --install native"), or use "wasm"',
  "node-gpu": 'install it again ("rulescope doctor --install native --gpu"), or use "wasm"'
}

const textOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "message" in cause ? String(cause.message) : String(cause)

/** First sentence of an error, on one line. */
const firstSentence = (text: string): string => {
  const line = text.trim().split("\n")[0]!.trim()
  const sentence = /^(.*?[^.])\.(?:\s|$)/.exec(line)?.[1] ?? line
  return sentence.length <= 160 ? sentence : `${sentence.slice(0, 157)}...`
}

/** Condenses whatever a backend threw into a sentence and a remedy. */
export const explainFailure = (backend: BackendName, cause: unknown): BackendError => {
  const text = textOf(cause)
  const failure = (reason: string, remedy: string) => new BackendError({ backend, reason, remedy })
  const named = optional[backend]
  if (named !== undefined) {
    const { name, remedy } = named
    if (/runs in Node only/.test(text)) return failure(`${name} runs in Node only`, 'use "webgpu" or "wasm" in a page')
    if (/ERR_MODULE_NOT_FOUND|Cannot find (?:package|module)/.test(text) && text.includes(`'${name}'`)) {
      return failure(`${name} is not installed`, remedy)
    }
    if (/tfjs_binding\.node'/.test(text)) return failure(`${name} is there without its native library`, remedy)
  }
  return failure(firstSentence(text), remedies[backend])
}

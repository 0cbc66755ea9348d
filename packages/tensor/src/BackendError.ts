import { Schema } from "effect"
import type { BackendName } from "./openBackend.ts"

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

const packages: Readonly<Partial<Record<BackendName, string>>> = {
  "node-gpu": "@tensorflow/tfjs-node-gpu",
  node: "@tensorflow/tfjs-node"
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
  const native = packages[backend]
  const failure = (reason: string, remedy: string) => new BackendError({ backend, reason, remedy })
  if (native !== undefined) {
    if (/runs in Node only/.test(text)) return failure(`${native} runs in Node only`, 'use "wasm" in a page')
    if (/ERR_MODULE_NOT_FOUND|Cannot find (?:package|module)/.test(text) && text.includes(native)) {
      return failure(`${native} is not installed`, `"pnpm add -w ${native}" installs it; it downloads libtensorflow`)
    }
    if (/native addon module/.test(text)) {
      return failure(
        `${native} is installed without its native library`,
        `allow its install step in pnpm-workspace.yaml (allowBuilds); it downloads libtensorflow`
      )
    }
    return failure(
      firstSentence(text),
      `check libtensorflow${backend === "node-gpu" ? " and CUDA 11.2" : ""}, or use "wasm"`
    )
  }
  return failure(
    firstSentence(text),
    backend === "wasm" ? 'check that the .wasm files can be read, or use "cpu"' : "reinstall the workspace"
  )
}

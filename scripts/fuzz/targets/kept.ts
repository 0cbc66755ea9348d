import { Effect, Option } from "effect"
import { openRun } from "../../../apps/studio/src/keep/openRun.ts"
import { decodeModel, encodeModel, type Model } from "../../../packages/automata/subject/src/index.ts"
import { StageCache } from "../../../packages/core/src/index.ts"
import { archiveOf } from "../../../packages/run-folder/src/index.ts"
import { type Target, text } from "../target.ts"

const model: Model = {
  info: {
    backbone: "cnn",
    neighbourhood: "moore-1",
    states: 2,
    config: { width: 2 },
    steps: 3,
    attempts: 1,
    loss: 0.5,
    allPatternsRight: true
  },
  weights: [
    { name: "first.kernel", shape: [2, 2], values: Float32Array.of(1, 2, 3, 4) },
    { name: "first.bias", shape: [2], values: Float32Array.of(0, -1) }
  ]
}

const isOfText = (cause: unknown): boolean =>
  (cause as { readonly code?: string }).code === "ERR_ENCODING_INVALID_ENCODED_DATA"

/** Errors of its own are a refusal; what the engine throws on impossible sizes and missing values is none. */
const refusing = (read: () => unknown): void => {
  try {
    read()
  } catch (cause) {
    if (cause instanceof RangeError || (cause instanceof TypeError && !isOfText(cause))) throw cause
  }
}

/** Trained networks. */
export const ofModels: Target = {
  name: "models",
  seeds: [{ name: "", bytes: encodeModel(model) }],
  read: async ({ bytes }) => refusing(() => decodeModel(bytes))
}

const spec = { generator: { id: "soup", config: { rule: "B36/S23" } } }
const events = ["RunStarted", "CensusTaken"].map((_tag) => JSON.stringify({ _tag, spec })).join("\n")

/** Archives and files of kept runs. */
export const ofRuns: Target = {
  name: "runs",
  seeds: [
    {
      name: "run.zip",
      bytes: archiveOf([
        ["spec.json", JSON.stringify(spec)],
        ["events.jsonl", events],
        ["result.json", JSON.stringify({ spec, verdicts: {}, estimate: {}, evidence: {} })],
        ["zeros.bin", new Uint8Array(200_000)]
      ])
    },
    text(JSON.stringify(spec), "spec.json"),
    text(JSON.stringify({ spec, verdicts: {} }), "result.json")
  ],
  read: async (input) => void openRun([input], () => 1)
}

const key = "0123456789abcdef"

const sealed: Promise<Uint8Array> = Effect.gen(function* () {
  yield* StageCache.write(key, new TextEncoder().encode(JSON.stringify({ rule: "B36/S23" })))
  return Option.getOrThrow(yield* (yield* StageCache.StageCache).get(key))
}).pipe(Effect.provide(StageCache.layerMemory), Effect.runPromise)

const entry = await sealed

/** Entries of the cache: believed when they are as they were written, and only then. */
export const ofEntries: Target = {
  name: "entries",
  seeds: [{ name: "", bytes: entry }],
  read: async ({ bytes }) => {
    const read = Effect.gen(function* () {
      yield* (yield* StageCache.StageCache).set(key, bytes)
      return yield* Effect.option(StageCache.read(key))
    })
    const found = await read.pipe(Effect.provide(StageCache.layerMemory), Effect.runPromise)
    const isAsWritten = Buffer.compare(bytes, entry) === 0
    if (Option.isSome(found) !== isAsWritten) throw new Error(isAsWritten ? "not believed" : "believed")
  }
}

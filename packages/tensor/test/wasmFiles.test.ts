import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { Backend } from "../src/index.ts"

// A file of its own: the path is looked at once per process, when WebAssembly is first loaded.
const use = Effect.flatMap(Backend.Backend, ({ use }) => use)
const wasmFiles = "/nowhere/"

it.effect("WebAssembly files that cannot be read are an error that says so", () =>
  Effect.gen(function* () {
    const error = yield* Effect.flip(use)
    assert.strictEqual(error.backend, "wasm")
    assert.match(error.reason, /wasm|ENOENT/)
    assert.include(error.message, 'the TensorFlow.js backend "wasm" does not work: ')
  }).pipe(Effect.provide(Backend.layer("wasm", { wasmFiles })))
)

it.effect("the automatic choice then takes plain JavaScript", () =>
  Effect.gen(function* () {
    assert.strictEqual((yield* use).name, "cpu")
  }).pipe(Effect.provide(Backend.layer("auto", { wasmFiles })))
)

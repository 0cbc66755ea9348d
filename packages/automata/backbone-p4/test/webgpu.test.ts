import { Backend } from "@rulescope/tensor"
import { agreementSuite } from "@rulescope/testkit"
import { describe } from "@effect/vitest"
import { Effect, Layer, Schema } from "effect"
import { p4, Config } from "../src/index.ts"

const use = Effect.flatMap(Backend.Backend, ({ use }) => use)
const isHere = await Effect.runPromise(Effect.exit(Effect.provide(use, Backend.layer("webgpu"))))

const on = (name: "wasm" | "webgpu") => {
  const layer = p4
    .layer(Schema.decodeSync(Config)({ width: 8, maxSteps: 10, attempts: 1 }))
    .pipe(Layer.provideMerge(Backend.layer(name)))
  const tensors = use.pipe(
    Effect.map(({ tf }) => tf.memory().numTensors),
    Effect.orDie,
    Effect.provide(layer)
  )
  return { layer, tensors }
}

describe.runIf(isHere._tag === "Success")("WebGPU", () => {
  agreementSuite("p4 on WebGPU as on WebAssembly", on("wasm"), on("webgpu"), 1e-3)
})

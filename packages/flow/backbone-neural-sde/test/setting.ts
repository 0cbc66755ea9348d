import { Backend } from "@rulescope/tensor"
import { Effect, Layer, Schema } from "effect"
import { Config, neuralSde } from "../src/index.ts"

/** The backbone with all defaults but those changed, on one backend. */
export const neuralOn = (backend: "wasm" | "cpu", change: Partial<typeof Config.Encoded> = {}) =>
  neuralSde.layer(Schema.decodeSync(Config)(change)).pipe(Layer.provideMerge(Backend.layer(backend)))

export const runtimeOf = Effect.orDie(Effect.flatMap(Backend.Backend, ({ use }) => use))

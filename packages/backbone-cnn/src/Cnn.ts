import { Backbone, Plugin } from "@rulescope/core"
import { Backend, censusBackbone, encodePatterns, type Inputs, planesOf, weightedRows } from "@rulescope/tensor"
import { Effect, Layer } from "effect"
import { Config } from "./Config.ts"
import { forward, initialise } from "./network.ts"

const id = "cnn"

const inputsOf =
  (cells: number, states: number) =>
  (patterns: ReadonlyArray<number>): Inputs => ({
    shape: [cells * planesOf(states)],
    values: encodePatterns(patterns, cells, states)
  })

const make = censusBackbone({
  id,
  config: Config,
  build: (config: Config, census) => {
    const cells = census.neighbourhood.offsets.length
    return {
      rows: weightedRows(census, config.weighting),
      initialise: initialise(config, cells, census.states),
      forward: forward(config),
      inputs: inputsOf(cells, census.states),
      constants: []
    }
  },
  restore: (config, { info, weights }) => ({
    forward: forward(config),
    inputs: inputsOf(weights[0]!.shape[0]! / planesOf(info.states), info.states)
  })
})

/** Plain convolutional network, trained on the census. */
export const cnn = Plugin.make({
  id,
  version: 1,
  summary: "3×3 and 1×1 convolutions without symmetry: learns any rule of the neighbourhood.",
  config: Config,
  layer: (config: Config) =>
    Layer.effect(
      Backbone,
      Effect.map(Backend.Backend, (backend) => make(config, backend))
    )
})

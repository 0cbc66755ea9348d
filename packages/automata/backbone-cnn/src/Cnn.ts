import type { Neighbourhood } from "@rulescope/lattice"
import { Backbone } from "@rulescope/automata"
import { Plugin } from "@rulescope/core"
import { censusBackbone, fieldOf, kernelOf, weightedRows, censusTraining } from "@rulescope/census-network"
import { Backend, descent } from "@rulescope/tensor"
import { Effect, Layer } from "effect"
import { Config } from "./Config.ts"
import { forward, initialise, inputsOf } from "./network.ts"

const id = "cnn"

const fieldFor = ({ convolutions, kernel }: Config, rule: Neighbourhood): Neighbourhood =>
  fieldOf(kernelOf(kernel, rule), convolutions)

const applied = (config: Config, rule: Neighbourhood, states: number) => ({
  forward: forward(config),
  initialise: initialise(config, kernelOf(config.kernel, rule).offsets.length, states),
  inputs: inputsOf(fieldFor(config, rule), kernelOf(config.kernel, rule), config.convolutions, states)
})

const make = censusBackbone({
  id,
  config: Config,
  field: fieldFor,
  build: (config: Config, census) => {
    const { neighbourhood, states } = census
    return {
      ...applied(config, neighbourhood, states),
      rows: weightedRows(census, config.weighting),
      constants: []
    }
  },
  restore: (config, { info }, rule) => applied(config, rule, info.states)
})

/** Plain convolutional network, trained on the census. */
export const cnn = Plugin.make({
  id,
  version: 2,
  uses: [censusTraining, descent],
  summary: "Convolutions without symmetry: learns any rule of the neighbourhood.",
  config: Config,
  layer: (config: Config) =>
    Layer.effect(
      Backbone,
      Effect.map(Backend.Backend, (backend) => make(config, backend))
    )
})

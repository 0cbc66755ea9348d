import { actionOn, groupById } from "@rulescope/lattice"
import { Backbone } from "@rulescope/automata"
import { Plugin } from "@rulescope/core"
import { networkFields, permutedViews, symmetricNetwork } from "@rulescope/equivariant"
import { censusBackbone, convolutions, censusTraining } from "@rulescope/census-network"
import { Backend, descent } from "@rulescope/tensor"
import { Effect, Layer, Schema } from "effect"

const id = "p4"

const { kernel, ...fields } = networkFields

export const Config = Schema.Struct({ kernel, convolutions, ...fields })
export type Config = typeof Config.Type

const make = censusBackbone(
  symmetricNetwork({
    id,
    config: Config,
    group: groupById("C4"),
    turns: "quarter turns",
    views: (_: Config, cells) => {
      const action = actionOn("C4", cells)
      return action === null ? null : permutedViews(action)
    }
  })
)

/** Group convolutions over quarter turns. */
export const p4 = Plugin.make({
  id,
  version: 2,
  uses: [censusTraining, descent],
  summary:
    "Group convolutions over quarter turns: learns the rules that do not change when the neighbourhood is turned by 90°.",
  config: Config,
  layer: (config: Config) =>
    Layer.effect(
      Backbone,
      Effect.map(Backend.Backend, (backend) => make(config, backend))
    )
})

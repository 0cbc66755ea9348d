import { actionOn, groupById } from "@rulescope/lattice"
import { Backbone } from "@rulescope/automata"
import { Plugin } from "@rulescope/core"
import { interpolatedViews, networkFields, permutedViews, symmetricNetwork } from "@rulescope/equivariant"
import { censusBackbone, censusTraining } from "@rulescope/census-network"
import { Backend, descent } from "@rulescope/tensor"
import { Effect, Layer, Schema } from "effect"

const id = "p8"

export const Config = Schema.Struct({
  ...networkFields,
  action: Schema.Literals(["ring", "interpolated"])
    .annotate({
      description:
        "How an eighth turn moves a kernel: each ring of cells moves on by an eighth of itself (exact), or the kernel is turned by 45° in the plane and sampled again (approximate; only quarter turns are exact)."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("ring" as const)))
})
export type Config = typeof Config.Type

const make = censusBackbone(
  symmetricNetwork({
    id,
    config: Config,
    group: groupById("C8"),
    turns: "eighth turns",
    views: ({ action }: Config, cells) => {
      if (action === "interpolated") return interpolatedViews(cells)
      const ring = actionOn("C8", cells)
      return ring === null ? null : permutedViews(ring)
    }
  })
)

/** Group convolutions over eighth turns of the ring around a cell: no symmetry of the lattice, see the README. */
export const p8 = Plugin.make({
  id,
  version: 2,
  uses: [censusTraining, descent],
  summary:
    "Group convolutions over eighth turns of the ring around a cell: learns the rules that do not change when it moves on by one cell, all life-like ones among them.",
  config: Config,
  layer: (config: Config) =>
    Layer.effect(
      Backbone,
      Effect.map(Backend.Backend, (backend) => make(config, backend))
    )
})

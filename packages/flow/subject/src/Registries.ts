import type { Equipped, Registry } from "@rulescope/core"
import type { Augmenter } from "./Augmenter.ts"
import type { Backbone } from "./Backbone.ts"
import type { Chooser } from "./Chooser.ts"
import { type Flow, flow } from "./Flow.ts"
import type { Generator } from "./Generator.ts"
import type { Inferrer } from "./Inferrer.ts"
import type { Verifier } from "./Verifier.ts"

/** One registry per stage; `R` is what their plugins need from outside. */
export interface Registries<out R> {
  readonly generators: Registry.Registry<Generator, R>
  readonly choosers: Registry.Registry<Chooser, R>
  readonly augmenters: Registry.Registry<Augmenter, R>
  readonly backbones: Registry.Registry<Backbone, R>
  readonly inferrers: Registry.Registry<Inferrer, R>
  readonly verifiers: Registry.Registry<Verifier, R>
}

/** Flows with the plugins that their specs can choose. */
export const equip = <R>(all: Registries<R>): Equipped<Flow, R> => ({
  subject: flow,
  places: [
    { place: "generator", registry: all.generators, many: false },
    { place: "chooser", registry: all.choosers, many: false },
    { place: "augmenters", registry: all.augmenters, many: true },
    { place: "backbone", registry: all.backbones, many: false },
    { place: "inferrer", registry: all.inferrers, many: false },
    { place: "verifier", registry: all.verifiers, many: false }
  ]
})

import type { Registry } from "@rulescope/core"
import type { Augmenter } from "./Augmenter.ts"
import type { Backbone } from "./Backbone.ts"
import type { Generator } from "./Generator.ts"
import type { Inferrer } from "./Inferrer.ts"
import type { Verifier } from "./Verifier.ts"

/** One registry per stage; `R` is what their plugins need from outside. */
export interface Registries<out R> {
  readonly generators: Registry.Registry<Generator, R>
  readonly augmenters: Registry.Registry<Augmenter, R>
  readonly backbones: Registry.Registry<Backbone, R>
  readonly inferrers: Registry.Registry<Inferrer, R>
  readonly verifiers: Registry.Registry<Verifier, R>
}

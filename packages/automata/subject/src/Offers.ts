import { offerAt } from "@rulescope/core"
import type { Augmenter } from "./Augmenter.ts"
import type { Backbone } from "./Backbone.ts"
import type { Chooser } from "./Chooser.ts"
import type { Generator } from "./Generator.ts"
import type { Inferrer } from "./Inferrer.ts"
import type { Verifier } from "./Verifier.ts"

/**
 * Offers a plugin to the specs of automata: `export const plugins = [offer.inferrer(mine)]` is all that the index of a
 * package from outside has to say.
 */
export const offer = {
  generator: offerAt<Generator>("automata", "generator"),
  chooser: offerAt<Chooser>("automata", "chooser"),
  augmenter: offerAt<Augmenter>("automata", "augmenters"),
  backbone: offerAt<Backbone>("automata", "backbone"),
  inferrer: offerAt<Inferrer>("automata", "inferrer"),
  verifier: offerAt<Verifier>("automata", "verifier")
}

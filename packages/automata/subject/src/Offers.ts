import { type Offer, Plugin } from "@rulescope/core"
import type { Schema } from "effect"
import type { Augmenter } from "./Augmenter.ts"
import type { Backbone } from "./Backbone.ts"
import type { Generator } from "./Generator.ts"
import type { Inferrer } from "./Inferrer.ts"
import type { Verifier } from "./Verifier.ts"

const at =
  <I>(place: string) =>
  <C extends Schema.ConstraintCodec<any, any>, R>(plugin: Plugin.Plugin<I, C, R>): Offer<R> => ({
    subject: "automata",
    place,
    plugin: Plugin.erase(plugin)
  })

/**
 * Offers a plugin to the specs of automata: `export const plugins = [offer.inferrer(mine)]` is all that the index of a
 * package from outside has to say.
 */
export const offer = {
  generator: at<Generator>("generator"),
  augmenter: at<Augmenter>("augmenters"),
  backbone: at<Backbone>("backbone"),
  inferrer: at<Inferrer>("inferrer"),
  verifier: at<Verifier>("verifier")
}

// Written by scripts/generate-preset.ts from the plugin packages.
import { earlyRounds } from "@rulescope/augmenter-early-rounds"
import { flip } from "@rulescope/augmenter-flip"
import { symmetry } from "@rulescope/augmenter-symmetry"
import {
  Augmenter,
  Backbone,
  Chooser,
  type Families,
  Generator,
  Inferrer,
  type Registries,
  Verifier,
  equip,
  knowing
} from "@rulescope/automata"
import { cnn } from "@rulescope/backbone-cnn"
import { p4 } from "@rulescope/backbone-p4"
import { p8 } from "@rulescope/backbone-p8"
import { bic } from "@rulescope/chooser-bic"
import { marginalLikelihood } from "@rulescope/chooser-marginal-likelihood"
import { Plugin, Registry } from "@rulescope/core"
import { recording } from "@rulescope/generator-recording"
import { soup } from "@rulescope/generator-soup"
import { classThreshold } from "@rulescope/inferrer-class-threshold"
import { likelihood } from "@rulescope/inferrer-likelihood"
import { threshold } from "@rulescope/inferrer-threshold"
import { replayVerifier } from "@rulescope/verifier-replay"
import { families } from "./families.ts"

type Needs = Exclude<
  Plugin.Needs<
    | typeof recording
    | typeof soup
    | typeof bic
    | typeof marginalLikelihood
    | typeof earlyRounds
    | typeof flip
    | typeof symmetry
    | typeof cnn
    | typeof p4
    | typeof p8
    | typeof classThreshold
    | typeof likelihood
    | typeof threshold
    | typeof replayVerifier
  >,
  Families
>

/** Every plugin for automata that comes with Rulescope. */
export const automataRegistries: Registries<Needs> = knowing<Needs>(families, {
  generators: Registry.make(Generator, "generator", [Plugin.erase(recording), Plugin.erase(soup)]),
  choosers: Registry.make(Chooser, "chooser", [Plugin.erase(bic), Plugin.erase(marginalLikelihood)]),
  augmenters: Registry.make(Augmenter, "augmenter", [
    Plugin.erase(earlyRounds),
    Plugin.erase(flip),
    Plugin.erase(symmetry)
  ]),
  backbones: Registry.make(Backbone, "backbone", [Plugin.erase(cnn), Plugin.erase(p4), Plugin.erase(p8)]),
  inferrers: Registry.make(Inferrer, "inferrer", [
    Plugin.erase(classThreshold),
    Plugin.erase(likelihood),
    Plugin.erase(threshold)
  ]),
  verifiers: Registry.make(Verifier, "verifier", [Plugin.erase(replayVerifier)])
})

/** The subject automata with all plugins. */
export const automata: ReturnType<typeof equip<Needs>> = equip(families, automataRegistries)

// Written by scripts/generate-preset.ts from the plugin packages.
import { kramersMoyal } from "@rulescope/backbone-kramers-moyal"
import { neuralSde } from "@rulescope/backbone-neural-sde"
import { order } from "@rulescope/chooser-order"
import { Plugin, Registry } from "@rulescope/core"
import { Augmenter, Backbone, Chooser, Generator, Inferrer, type Registries, Verifier, equip } from "@rulescope/flow"
import { langevin } from "@rulescope/generator-langevin"
import { trajectory } from "@rulescope/generator-trajectory"
import { filter } from "@rulescope/inferrer-filter"
import { generator } from "@rulescope/inferrer-generator"
import { innovations } from "@rulescope/verifier-innovations"

type Needs = Plugin.Needs<
  | typeof langevin
  | typeof trajectory
  | typeof order
  | typeof kramersMoyal
  | typeof neuralSde
  | typeof filter
  | typeof generator
  | typeof innovations
>

/** Every plugin for flow that comes with Rulescope. */
export const flowRegistries: Registries<Needs> = {
  generators: Registry.make(Generator, "generator", [Plugin.erase(langevin), Plugin.erase(trajectory)]),
  choosers: Registry.make(Chooser, "chooser", [Plugin.erase(order)]),
  augmenters: Registry.make(Augmenter, "augmenter", []),
  backbones: Registry.make(Backbone, "backbone", [Plugin.erase(kramersMoyal), Plugin.erase(neuralSde)]),
  inferrers: Registry.make(Inferrer, "inferrer", [Plugin.erase(filter), Plugin.erase(generator)]),
  verifiers: Registry.make(Verifier, "verifier", [Plugin.erase(innovations)])
}

/** The subject flow with all plugins. */
export const flow: ReturnType<typeof equip<Needs>> = equip(flowRegistries)

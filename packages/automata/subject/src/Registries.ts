import type { Equipped, Plugin, Registry } from "@rulescope/core"
import type { FamilyKind } from "@rulescope/lattice"
import { Layer } from "effect"
import { type Automata, automata } from "./Automata.ts"
import type { Augmenter } from "./Augmenter.ts"
import type { Backbone } from "./Backbone.ts"
import type { Chooser } from "./Chooser.ts"
import { Families } from "./Families.ts"
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

/** A registry whose plugins know which families there are. */
const told = <I, R>(
  { entries, stage }: Registry.Registry<I, R | Families>,
  families: Layer.Layer<Families>
): Registry.Registry<I, R> => {
  const tell = (entry: Plugin.Entry<I, R | Families>): Plugin.Entry<I, R> => ({
    ...entry,
    open: (config) => Layer.provide(entry.open(config), families) as ReturnType<Plugin.Entry<I, R>["open"]>
  })
  return { stage, entries: new Map([...entries].map(([id, entry]) => [id, tell(entry)])) }
}

/** The same registries; their plugins know these families. */
export const knowing = <R>(families: ReadonlyArray<FamilyKind>, all: Registries<R | Families>): Registries<R> => {
  const known = Layer.succeed(Families, families)
  return {
    generators: told(all.generators, known),
    choosers: told(all.choosers, known),
    augmenters: told(all.augmenters, known),
    backbones: told(all.backbones, known),
    inferrers: told(all.inferrers, known),
    verifiers: told(all.verifiers, known)
  }
}

/** Automata with the families among which their runs look, simplest first, and the plugins that their specs can choose. */
export const equip = <R>(families: ReadonlyArray<FamilyKind>, all: Registries<R>): Equipped<Automata, R> => ({
  subject: automata(families),
  places: [
    { place: "generator", registry: all.generators, many: false },
    { place: "chooser", registry: all.choosers, many: false },
    { place: "augmenters", registry: all.augmenters, many: true },
    { place: "backbone", registry: all.backbones, many: false },
    { place: "inferrer", registry: all.inferrers, many: false },
    { place: "verifier", registry: all.verifiers, many: false }
  ]
})

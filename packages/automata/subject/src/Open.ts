import { Effect, Layer } from "effect"
import { type AugmentError, Augmenter } from "./Augmenter.ts"
import type { Plugin } from "@rulescope/core"
import { Registry } from "@rulescope/core"
import type { RunSpec } from "./RunSpec.ts"
import type { Sample } from "./Sample.ts"
import type { Registries } from "./Registries.ts"

/** Versions of the plugins at work; part of the keys of what they make. */
export interface Versions {
  readonly backbone: number
  readonly inferrer: number
  readonly verifier: number
}

/** Applies the augmenters of one purpose in the order of the spec. */
export type Augment<R> = (
  purpose: Augmenter["Service"]["purpose"],
  samples: ReadonlyArray<Sample>
) => Effect.Effect<ReadonlyArray<Sample>, AugmentError | Plugin.InvalidConfig | Registry.UnknownPlugin, R>

/** Finds every plugin of a spec, and completes the configurations: what is missing is known before anything runs. */
export const open = Effect.fn("open")(function* <R>(registries: Registries<R>, spec: RunSpec) {
  const generator = yield* Registry.find(registries.generators, spec.generator.id)
  const backbone = yield* Registry.find(registries.backbones, spec.backbone.id)
  const inferrer = yield* Registry.find(registries.inferrers, spec.inferrer.id)
  const verifier = yield* Registry.find(registries.verifiers, spec.verifier.id)
  const augmenters = yield* Effect.forEach(spec.augmenters, ({ config, id }) =>
    Effect.flatMap(Registry.find(registries.augmenters, id), (entry) =>
      Effect.map(entry.complete(config), (complete) => ({ id, config: complete, layer: entry.open(config) }))
    )
  )
  const complete: RunSpec = {
    ...spec,
    generator: { id: spec.generator.id, config: yield* generator.complete(spec.generator.config) },
    augmenters: augmenters.map(({ config, id }) => ({ id, config })),
    backbone: { id: spec.backbone.id, config: yield* backbone.complete(spec.backbone.config) },
    inferrer: { id: spec.inferrer.id, config: yield* inferrer.complete(spec.inferrer.config) },
    verifier: { id: spec.verifier.id, config: yield* verifier.complete(spec.verifier.config) }
  }
  const augment: Augment<R> = (purpose, samples) =>
    Effect.reduce(
      augmenters,
      () => samples,
      (current, { id, layer }, index) =>
        Effect.flatMap(Augmenter, (augmenter) =>
          augmenter.purpose === purpose
            ? augmenter.augment(current, `${spec.seed}/augment-${index}-${id}`)
            : Effect.succeed(current)
        ).pipe(Effect.provide(layer))
    )
  const versions: Versions = { backbone: backbone.version, inferrer: inferrer.version, verifier: verifier.version }
  return {
    spec: complete,
    versions,
    augment,
    layer: Layer.mergeAll(
      generator.open(spec.generator.config),
      backbone.open(spec.backbone.config),
      inferrer.open(spec.inferrer.config),
      verifier.open(spec.verifier.config)
    )
  }
})

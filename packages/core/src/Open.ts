import { Effect, Layer } from "effect"
import { versionText } from "./Code.ts"
import { canonicalJson } from "./ContentKey.ts"
import type * as Plugin from "./Plugin.ts"
import * as Registry from "./Registry.ts"

/** A place of a spec where plugins are chosen, one or a list of them, and those that can be. */
export interface Place<out R> {
  /** Key in the spec, such as "inferrer" or "augmenters". */
  readonly place: string
  readonly registry: Registry.Registry<any, R>
  readonly many: boolean
}

/** What is wrong with a choice, and at which place of the spec. */
export interface Misfit {
  readonly place: string
  readonly error: Plugin.InvalidConfig | Registry.UnknownPlugin
}

/** A plugin as a spec chose it: its configuration complete, its version in words. */
export interface Chosen {
  readonly stage: string
  readonly choice: Registry.Choice
  readonly version: string
  /** Provides the stage's service; what it needs from outside is in the context of the run. */
  readonly layer: Layer.Layer<any, Plugin.InvalidConfig>
}

/** A complete spec, and the plugins that it chose. */
export interface Opened<out Spec> {
  readonly spec: Spec
  readonly chosen: (place: string) => ReadonlyArray<Chosen>
  /** By "stage id". */
  readonly versions: Readonly<Record<string, string>>
}

/** Provides the services of the places that take one plugin. */
export const layerOf = <Spec>(
  { chosen }: Opened<Spec>,
  places: ReadonlyArray<Place<unknown>>
): Layer.Layer<any, Plugin.InvalidConfig> =>
  Layer.mergeAll(
    Layer.empty as Layer.Layer<any>,
    ...places.flatMap(({ many, place }) => (many ? [] : chosen(place).map(({ layer }) => layer)))
  )

/**
 * Finds every plugin of a spec, and completes the configurations: what is missing is known before anything runs. A
 * choice that many specs share is looked at once.
 */
export const opener = <R>(places: ReadonlyArray<Place<R>>) => {
  const seen = new Map<string, Chosen>()
  const choose = Effect.fnUntraced(function* ({ registry, place }: Place<R>, choice: Registry.Choice) {
    const name = `${place} ${canonicalJson(choice)}`
    const known = seen.get(name)
    if (known !== undefined) return known
    const misfit = (error: Misfit["error"]): Misfit => ({ place, error })
    const entry = yield* Effect.mapError(Registry.find(registry, choice.id), misfit)
    const config = yield* Effect.mapError(entry.complete(choice.config), misfit)
    const found: Chosen = {
      stage: registry.stage,
      choice: { id: choice.id, config },
      version: `${versionText(entry.version, entry.uses)}${entry.origin === null ? "" : ` of ${entry.origin}`}`,
      layer: entry.open(config) as Layer.Layer<any, Plugin.InvalidConfig>
    }
    seen.set(name, found)
    return found
  })
  return Effect.fnUntraced(function* <Spec>(spec: Spec): Effect.fn.Return<Opened<Spec>, Misfit> {
    const raw = spec as Readonly<Record<string, unknown>>
    const complete: Record<string, unknown> = { ...raw }
    const chosen = new Map<string, ReadonlyArray<Chosen>>()
    const versions: Record<string, string> = {}
    for (const place of places) {
      const stated = raw[place.place] as Registry.Choice | ReadonlyArray<Registry.Choice>
      const choices = place.many ? (stated as ReadonlyArray<Registry.Choice>) : [stated as Registry.Choice]
      const found = yield* Effect.forEach(choices, (choice) => choose(place, choice))
      chosen.set(place.place, found)
      complete[place.place] = place.many ? found.map(({ choice }) => choice) : found[0]!.choice
      for (const { choice, stage, version } of found) versions[`${stage} ${choice.id}`] = version
    }
    return { spec: complete as Spec, chosen: (place) => chosen.get(place) ?? [], versions }
  })
}

import type { Registries } from "@rulescope/automata"
import type { Registry } from "@rulescope/core"
import { automataRegistries } from "@rulescope/preset"
import { type ConfigValue, formFields, problemsOf, uiTexts } from "@rulescope/ui"
import type { Draft } from "../state/draft.ts"

type Any = Registry.Registry<any, any>

const wrongIn = (registry: Any, { config, id }: Registry.Choice): ReadonlyArray<string> => {
  const entry = registry.entries.get(id)
  if (entry === undefined) return [`${registry.stage} ${id}`]
  const fields = formFields(entry.config)
  return [...problemsOf(entry.config, fields, config as ConfigValue, uiTexts.english).keys()].map(
    (path) => `${id}.${path}`
  )
}

/** Fields of the draft that cannot be used as they are, `plugin.field`; empty when it can be run. */
export const problemsOfDraft = (draft: Draft): ReadonlyArray<string> => {
  const all: Registries<any> = automataRegistries
  return [
    ...wrongIn(all.generators, draft.generator),
    ...draft.augmenters.flatMap((choice) => wrongIn(all.augmenters, choice)),
    ...wrongIn(all.choosers, draft.chooser),
    ...wrongIn(all.backbones, draft.backbone),
    ...wrongIn(all.inferrers, draft.inferrer),
    ...wrongIn(all.verifiers, draft.verifier)
  ]
}

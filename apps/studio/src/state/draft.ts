import type { RunSpec } from "@rulescope/automata"
import { Registry } from "@rulescope/core"
import type { Schema } from "effect"

type Choice = Registry.Choice

/** A run spec as it is being put together: what is left out has its default. */
export interface Draft {
  readonly name?: string
  readonly family?: string
  readonly seed?: Schema.Json
  readonly heldOut?: Schema.Json
  readonly stride?: Schema.Json
  readonly generator: Choice
  readonly augmenters: ReadonlyArray<Choice>
  readonly chooser: Choice
  readonly backbone: Choice
  readonly inferrer: Choice
  readonly verifier: Choice
}

/** HighLife, the rule of the report's figure, in soups that show every class. */
export const firstDraft: Draft = {
  generator: { id: "soup", config: { rule: "B36/S23" } },
  augmenters: [],
  chooser: { id: "marginal-likelihood", config: {} },
  backbone: { id: "cnn", config: {} },
  inferrer: { id: "threshold", config: {} },
  verifier: { id: "replay", config: {} }
}

/** The draft that a spec is. */
export const draftOf = (spec: RunSpec): Draft => spec

/** One configuration value of a choice, if it has one. */
export const configValue = (choice: Choice, name: string): Schema.Json | undefined =>
  (choice.config as Readonly<Record<string, Schema.Json>>)[name]

/** The choice with one configuration value changed. */
export const withConfig = (choice: Choice, name: string, value: Schema.Json): Choice => ({
  ...choice,
  config: { ...(choice.config as Readonly<Record<string, Schema.Json>>), [name]: value }
})

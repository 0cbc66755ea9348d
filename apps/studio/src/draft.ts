import type { Registry } from "@rulescope/core"

/** A run spec as it is being put together: what is left out has its default. */
export interface Draft {
  readonly name?: string
  readonly family?: string
  readonly seed?: number
  readonly heldOut?: number
  readonly stride?: number | "recorded" | "auto"
  readonly generator: Registry.Choice
  readonly augmenters: ReadonlyArray<Registry.Choice>
  readonly backbone: Registry.Choice
  readonly inferrer: Registry.Choice
  readonly verifier: Registry.Choice
}

/** HighLife, the rule of the report's figure, in soups that show every class. */
export const firstDraft: Draft = {
  generator: { id: "soup", config: { rule: "B36/S23" } },
  augmenters: [],
  backbone: { id: "cnn", config: {} },
  inferrer: { id: "threshold", config: {} },
  verifier: { id: "replay", config: {} }
}

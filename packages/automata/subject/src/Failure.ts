import type { AugmentError } from "./Augmenter.ts"
import type { BackboneError } from "./Backbone.ts"
import type { GenerateError } from "./Generator.ts"
import type { InferError } from "./Inferrer.ts"
import type { RunError } from "./steps/Prepare.ts"
import type { Plugin, Registry } from "@rulescope/core"

/** Everything that can be wrong with a run through the user's input; anything else is a defect. */
export type RunFailure =
  | Plugin.InvalidConfig
  | Registry.UnknownPlugin
  | RunError
  | GenerateError
  | AugmentError
  | BackboneError
  | InferError

import type { AugmentError } from "./Augmenter.ts"
import type { BackboneError } from "./Backbone.ts"
import type { GenerateError } from "./Generator.ts"
import type { InferError } from "./Inferrer.ts"
import type { InvalidConfig } from "./Plugin.ts"
import type { RunError } from "./Prepare.ts"
import type { UnknownPlugin } from "./Registry.ts"

/** Everything that can be wrong with a run through the user's input; anything else is a defect. */
export type RunFailure =
  | InvalidConfig
  | UnknownPlugin
  | RunError
  | GenerateError
  | AugmentError
  | BackboneError
  | InferError

import type { Plugin, Registry } from "@rulescope/core"
import type { AugmentError, BackboneError, ChooseError, GenerateError, InferError, RunError } from "./errors.ts"

/** Everything that can be wrong with a run through the user's input; anything else is a defect. */
export type RunFailure =
  | Plugin.InvalidConfig
  | Registry.UnknownPlugin
  | RunError
  | GenerateError
  | ChooseError
  | AugmentError
  | BackboneError
  | InferError

import type { BackendError, TrainingError } from "@rulescope/tensor"
import { BackboneError } from "@rulescope/automata"

/** What went wrong below, as the failure of a backbone. */
export const asBackboneError =
  (plugin: string) =>
  (error: BackendError | TrainingError): BackboneError =>
    new BackboneError({
      plugin,
      reason:
        error._tag === "BackendError" ? `the backend "${error.backend}" does not work: ${error.reason}` : error.reason,
      remedy: error.remedy
    })

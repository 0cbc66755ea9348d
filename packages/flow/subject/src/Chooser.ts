import type { Trajectory } from "@rulescope/sde"
import { Context, type Effect } from "effect"
import type { ChooseError } from "./errors.ts"
import type { LibraryDecision } from "./Library.ts"

/** Decides where a law is looked for: which terms may matter, and what may be hidden or misread. */
export class Chooser extends Context.Service<
  Chooser,
  {
    /**
     * From the part of the recordings that may be learned from; unwrapped, all of one space and interval. `wrapped`:
     * phases that came wrapped, so that their differences beyond 2π mean nothing. Same input, same decision.
     */
    readonly choose: (
      recordings: ReadonlyArray<Trajectory>,
      about: { readonly wrapped: ReadonlyArray<boolean>; readonly seed: string }
    ) => Effect.Effect<LibraryDecision, ChooseError>
  }
>()("@rulescope/flow/Chooser") {}

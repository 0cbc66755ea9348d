import type { Trajectory } from "@rulescope/sde"
import { Context, type Effect } from "effect"
import type { AugmentError } from "./errors.ts"

/** Changes what the network learns from; never what counts as observed. */
export class Augmenter extends Context.Service<
  Augmenter,
  {
    /**
     * Same recordings and seed, same answer, of the same space and interval. Refuses what the recordings contradict,
     * such as the exchange of junctions that are not equal.
     */
    readonly augment: (
      recordings: ReadonlyArray<Trajectory>,
      seed: string
    ) => Effect.Effect<ReadonlyArray<Trajectory>, AugmentError>
  }
>()("@rulescope/flow/Augmenter") {}

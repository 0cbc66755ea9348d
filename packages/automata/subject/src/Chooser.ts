import type { Family, Neighbourhood, Observation } from "@rulescope/lattice"
import { Context, type Effect } from "effect"
import type { FamilyDecision } from "./family/FamilyChoice.ts"

/** Families to choose from, and what they are to explain. */
export interface Choosing {
  /** At least one, all with the same states. */
  readonly candidates: ReadonlyArray<Family>
  readonly observations: ReadonlyArray<Observation>
  /** Contains the neighbourhood of every candidate: cells count for all of them or for none. */
  readonly within: Neighbourhood
}

/** Chooses the family among whose rules one is looked for. */
export class Chooser extends Context.Service<
  Chooser,
  {
    /** One of the candidates, with the scores of all. Same candidates and observations, same decision. */
    readonly choose: (question: Choosing) => Effect.Effect<FamilyDecision>
  }
>()("@rulescope/automata/Chooser") {}

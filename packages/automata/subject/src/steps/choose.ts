import { type Opened, type StageCache, staged, step } from "@rulescope/core"
import type { Family } from "@rulescope/lattice"
import { Effect } from "effect"
import type { Chooser } from "../Chooser.ts"
import { decideFamily } from "../family/decideFamily.ts"
import type { FamilyDecision } from "../family/FamilyChoice.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { RunSpec } from "../RunSpec.ts"
import type { Observed } from "./observe.ts"

/** Where a rule is looked for, and how that was chosen. */
export interface Space {
  readonly family: Family
  readonly choice: FamilyDecision
}

/** The candidate that was decided for. */
export const familyOfChoice = (candidates: ReadonlyArray<Family>, { id, variant = "" }: FamilyDecision): Family =>
  candidates.find((family) => family.id === id && family.variant === variant)!

/** Chooses the family, and the largest symmetry that the data support. */
const work = Effect.fn("choose")(function* (
  { spec }: Opened<RunSpec>,
  { observe }: { readonly observe: Observed },
  key: Effect.Effect<string>
): Effect.fn.Return<Space, never, Chooser | StageCache.StageCache> {
  const { prepared } = observe
  const choice = yield* staged("family", decideFamily(spec, prepared, key))
  const { criterion, id, scores, symmetry, variant = "" } = choice
  yield* report(
    RunEvent.cases.FamilyChosen.make({
      family: id,
      ...(variant === "" ? {} : { variant }),
      criterion,
      scores,
      symmetry
    })
  )
  return { family: familyOfChoice(prepared.candidates, choice), choice }
})

export const choose = step({
  id: "choose",
  after: ["observe"],
  places: ["chooser"],
  fields: ["family"],
  code: [{ id: "family", version: 1 }],
  computes: false,
  light: false,
  work
})

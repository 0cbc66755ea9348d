import { cached, fresh, jsonCodec, type StageCache } from "@rulescope/core"
import type { Family } from "@rulescope/lattice"
import { Effect } from "effect"
import { Chooser, type Choosing } from "../Chooser.ts"
import type { Prepared } from "../steps/Prepare.ts"
import type { RunSpec } from "../RunSpec.ts"
import { FamilyDecision, named } from "./FamilyChoice.ts"
import { foldFamily, see } from "./fold.ts"
import { isNoisy } from "./isNoisy.ts"

const smallest = (families: ReadonlyArray<Family>): Family =>
  families.reduce((a, b) => (b.classes.length < a.classes.length ? b : a))

/** Whether no rule at all explains what is seen: of the candidates, where patterns are too many to compare. */
const contradicts = (question: Choosing): boolean => {
  const seen = see(question)
  const { census, states } = seen
  if (census !== null) return isNoisy(census)
  return question.candidates.every((family) => isNoisy({ counts: foldFamily(seen, family).counts, states }))
}

/**
 * The family that the spec states, or else the one that the chooser decides for. Scores of noisy data take seconds, so
 * they are kept, and not computed for a family that is stated. What follows after several generations says little
 * about families: nothing is scored there, and the smallest one is searched.
 */
export const decideFamily = Effect.fn("decideFamily")(function* (
  spec: RunSpec,
  { candidates, stride, training, within }: Prepared,
  key: Effect.Effect<string>
): Effect.fn.Return<
  { readonly value: FamilyDecision; readonly reused: boolean },
  never,
  Chooser | StageCache.StageCache
> {
  const { choose } = yield* Chooser
  const question = { candidates, observations: training, within }
  const stated = spec.family !== "auto" && candidates.length === 1
  const unscored = (criterion: string): FamilyDecision => ({
    ...named(smallest(candidates)),
    criterion,
    scores: [],
    symmetry: null
  })
  if (stride !== 1) return { value: unscored(stated ? "as stated" : "smallest family"), reused: false }
  if (!contradicts(question)) {
    const scored = choose(question)
    return yield* fresh(stated ? Effect.map(scored, (known) => ({ ...known, criterion: "as stated" })) : scored)
  }
  if (stated) return { value: unscored("as stated"), reused: false }
  return yield* cached(yield* key, jsonCodec(FamilyDecision), choose(question))
})

import type { Census, Family, Observation } from "@rulescope/lattice"
import { Effect } from "effect"
import type { Prepared } from "../steps/Prepare.ts"
import type { RunSpec } from "../RunSpec.ts"
import { cached, fresh, inPieces, jsonCodec, type StageCache } from "@rulescope/core"
import { chooseFamily, FamilyDecision } from "./FamilyChoice.ts"
import { isNoisy } from "./isNoisy.ts"

const smallest = (families: ReadonlyArray<Family>): Family =>
  families.reduce((a, b) => (b.classes.length < a.classes.length ? b : a))

const score = (
  census: Census,
  candidates: ReadonlyArray<Family>,
  observations: ReadonlyArray<Observation>
): Effect.Effect<FamilyDecision> =>
  Effect.map(inPieces(chooseFamily(census, candidates, observations)), ({ family, ...rest }) => ({
    id: family.id,
    ...rest
  }))

/**
 * The family that the spec states, or else the one that the scores speak for. Scores of noisy data take seconds, so
 * they are kept, and not computed for a family that is stated. What follows after several generations says little
 * about families: nothing is scored there, and the smallest one is searched.
 */
export const decideFamily = Effect.fn("decideFamily")(function* (
  spec: RunSpec,
  census: Census,
  { candidates, stride, training }: Prepared,
  key: Effect.Effect<string>
): Effect.fn.Return<{ readonly value: FamilyDecision; readonly reused: boolean }, never, StageCache.StageCache> {
  const stated = spec.family !== "auto"
  const unscored = (criterion: string): FamilyDecision => ({
    id: smallest(candidates).id,
    criterion,
    scores: [],
    symmetry: null
  })
  if (stride !== 1) return { value: unscored(stated ? "as stated" : "smallest family"), reused: false }
  if (!isNoisy(census)) {
    const scored = score(census, candidates, training)
    return yield* fresh(stated ? Effect.map(scored, (known) => ({ ...known, criterion: "as stated" })) : scored)
  }
  if (stated) return { value: unscored("as stated"), reused: false }
  return yield* cached(yield* key, jsonCodec(FamilyDecision), score(census, candidates, training))
})

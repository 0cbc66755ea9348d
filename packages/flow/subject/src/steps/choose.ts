import { cached, jsonCodec, type Opened, type StageCache, staged, step } from "@rulescope/core"
import { Effect } from "effect"
import { Chooser } from "../Chooser.ts"
import type { ChooseError } from "../errors.ts"
import { LibraryDecision } from "../Library.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { RunSpec } from "../RunSpec.ts"
import type { Observed } from "./observe.ts"

/** Chooses where the law is looked for, from the training parts. */
const work = Effect.fn("choose")(function* (
  { spec }: Opened<RunSpec>,
  { observe: { prepared } }: { readonly observe: Observed },
  key: Effect.Effect<string>
): Effect.fn.Return<LibraryDecision, ChooseError, Chooser | StageCache.StageCache> {
  const chooser = yield* Chooser
  const about = { wrapped: prepared.coordinates.map(({ wrapped }) => wrapped), seed: `${spec.seed}/choose` }
  const decision = yield* staged(
    "choose",
    cached(yield* key, jsonCodec(LibraryDecision), chooser.choose(prepared.training, about))
  )
  yield* report(RunEvent.cases.LibraryChosen.make({ decision }))
  return decision
})

export const choose = step({
  id: "choose",
  after: ["observe"],
  places: ["chooser"],
  fields: [],
  code: [],
  computes: false,
  light: false,
  work
})

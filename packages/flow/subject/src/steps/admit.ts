import { step } from "@rulescope/core"
import { Effect } from "effect"
import { Inferrer } from "../Inferrer.ts"
import type { LibraryDecision } from "../Library.ts"
import type { Observed } from "./observe.ts"

/** Ends the run where the inferrer cannot read such evidence, so that no network is trained in vain. */
export const admit = step({
  id: "admit",
  after: ["choose"],
  places: ["inferrer"],
  fields: [],
  code: [],
  computes: false,
  light: true,
  work: (_: unknown, { choose, observe }: { readonly observe: Observed; readonly choose: LibraryDecision }) =>
    Effect.flatMap(Inferrer, (inferrer) =>
      inferrer.admit({ library: choose.library, recordings: observe.prepared.training })
    )
})

import { type Evidence, entriesOf, groupsOf, isOwn, type LawEstimate } from "@rulescope/flow"
import { inferLaw } from "@rulescope/sde"
import { estimateOf } from "./estimate.ts"

export interface Expansion {
  /** Id of the inferrer that reads. */
  readonly inferrer: string
  /** Probability, before the data are seen, that a term is in the law. */
  readonly odds: number
  /** Highest order in the interval to which transitions are expanded. */
  readonly maxOrder: number
  /** Shift of a coefficient by the last order, in standard errors, that is small enough. */
  readonly settled: number
}

/** The law of recordings of all coordinates without reading errors, by the generator expansion of their increments. */
export const readExpanded = (
  { library, recordings, seed }: Evidence,
  { inferrer, maxOrder, odds, settled }: Expansion
): LawEstimate => {
  const seen = recordings.map((recording) => ({ ...recording, space: library.space }))
  const { entries, laws, noiseErrors, order, shift, steps } = inferLaw(groupsOf(library, seen), entriesOf(library), {
    maxOrder,
    odds,
    settled,
    own: isOwn(library),
    seed
  })
  const flaw = "the samples are too far apart: no order of the expansion settles the law; record more finely"
  return estimateOf(
    {
      entries,
      laws,
      noiseErrors,
      readingError: { value: 0, error: 0 },
      order,
      ...(shift <= settled ? {} : { flaw }),
      used: {
        inferrer,
        evidence: "observations",
        parameters: { odds, order, steps, ...(Number.isFinite(shift) ? { shift } : {}) }
      }
    },
    library,
    recordings.length
  )
}

import type { TermEstimate } from "@rulescope/flow"

/** A term is known from this probability on, and absent up to its complement. */
const sure = 0.9

/**
 * Largest openness at which a probability is believed: beyond it the value rests on which other terms are taken to be
 * absent, and the most probable law itself may be wrong, as that of a trapped junction is.
 */
const open = 0.4

type State = Pick<TermEstimate, "state" | "because">

/** What is known of a term. `flaw`: why nothing can be known of any term, such as samples that are too far apart. */
export const stateOf = (
  { openness, present }: { readonly openness: number; readonly present: number },
  flaw: string | undefined
): State => {
  if (flaw !== undefined) return { state: "undetermined", because: flaw }
  if (!(openness <= open)) {
    const because = Number.isFinite(openness)
      ? "its value rests on other terms being absent: the recording does not tell them apart"
      : "the recording says nothing about it"
    return { state: "undetermined", because }
  }
  if (present >= sure) return { state: "known", because: "the recording asks for it" }
  if (present <= 1 - sure) return { state: "absent", because: "the recording does not ask for it" }
  return { state: "undetermined", because: `it is in the law with probability ${present.toFixed(2)}` }
}

import type { Check, Exam, LawEstimate, Verdict } from "@rulescope/flow"

/** The check that failed by most. */
const worstOf = (checks: ReadonlyArray<Check>): Check | undefined =>
  checks
    .filter(({ passed }) => !passed)
    .toSorted((a, b) => Math.abs(b.score / b.bound) - Math.abs(a.score / a.bound))[0]

/** Whether two laws have different terms. A shorter recording may say with less certainty which they are. */
const differ = (one: LawEstimate, other: LawEstimate): boolean =>
  one.classes.some(({ value }, i) => (value === 0) !== (other.classes[i]!.value === 0))

/** What the checks come to. A law is confirmed only when it is known whole and nothing speaks against it. */
export const statusOf = (
  { printed, proved }: Exam,
  checks: ReadonlyArray<Check>,
  steps: number
): Pick<Verdict, "status" | "because"> => {
  const worst = worstOf(checks)
  const open = printed.classes.filter(({ state }) => state === "undetermined")
  if (worst !== undefined) return { status: "refuted", because: worst.because }
  if (open.length > 0) {
    const all = printed.classes.length
    return {
      status: "inconclusive",
      because:
        open.length === all
          ? `nothing is known of any term: ${open[0]!.because}`
          : `${open.length} of ${all} terms are undetermined`
    }
  }
  if (steps === 0) return { status: "inconclusive", because: "no step of the held-out part is whole" }
  return differ(printed, proved)
    ? { status: "inconclusive", because: "without its held-out part the recording says another law: record for longer" }
    : { status: "confirmed", because: `${checks.length} checks find nothing that the law leaves unexplained` }
}

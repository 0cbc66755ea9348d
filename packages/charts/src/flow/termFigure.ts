import { type RunResult } from "@rulescope/flow"
import { type Law, parseLaw, termName } from "@rulescope/sde"
import { englishFlowWords, type FlowWords } from "./words.ts"

/** One term of one equation. */
export interface TermRow {
  readonly coordinate: string
  /** As laws write it; of a recording's own coefficient with its number, from 1. */
  readonly name: string
  readonly state: "known" | "undetermined"
  /** In the law where it is known, else beside all other terms; null where the data leave it free. */
  readonly value: number | null
  /** Its standard error. */
  readonly error: number
  readonly present: number
  /** Coefficient in the stated law, 0 when it is not in it; null when no law is stated. */
  readonly truth: number | null
}

/** The coefficients of a law with their intervals: the counterpart of the classes of a rule. */
export interface TermFigure {
  readonly title: string
  readonly rows: ReadonlyArray<TermRow>
  /** Terms that are absent, or for which there is no room. */
  readonly absent: number
  readonly words: FlowWords
}

/** More rows than this are a list, no figure. */
const most = 40

const statedBy = (text: string | null): Law | null => {
  const read = text === null ? undefined : parseLaw(text)
  return read?.ok === true ? read.value : null
}

/** The terms of a run as data, those that are absent left out. */
export const termFigure = (
  { estimate, truth }: Pick<RunResult, "estimate" | "truth">,
  words: FlowWords = englishFlowWords
): TermFigure => {
  const law = statedBy(truth)
  const stated = (coordinate: string, term: string): number | null => {
    if (law === null) return null
    const k = law.space.coordinates.findIndex(({ name }) => name === coordinate)
    return law.drift[k]?.find((one) => termName(law.space, one.term) === term)?.value ?? 0
  }
  const rows = estimate.classes.flatMap(({ alone, coordinate, error, present, recording, state, term, value }) => {
    if (state === "absent") return []
    const shown = state === "known" ? { value, error: error ?? 0 } : (alone ?? { value: null, error: 0 })
    const name = recording === undefined ? term : `${term} (${recording + 1})`
    // What a recording has for itself is stated for the first one only.
    const known = recording === undefined || recording === 0 ? stated(coordinate, term) : null
    return [{ coordinate, name, state, present, truth: known, ...shown }]
  })
  const open = estimate.classes.filter(({ state }) => state === "undetermined").length
  return {
    title: words.law(estimate.law, estimate.classes.length, open),
    rows: rows.slice(0, most),
    absent: estimate.classes.filter(({ state }) => state === "absent").length,
    words
  }
}

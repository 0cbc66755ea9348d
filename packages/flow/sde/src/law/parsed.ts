/** Where and why a law cannot be read. */
export interface LawError {
  readonly text: string
  /** First character at fault, counted from 0; equal to `text.length` when something is missing at the end. */
  readonly at: number
  readonly reason: string
  /** What may stand there, or what to do. */
  readonly remedy: string
}

/** What was read, or why it could not be. */
export type Parsed<A> = { readonly ok: true; readonly value: A } | { readonly ok: false; readonly error: LawError }

/** Thrown inside the parser only, and caught at its door. */
export class Refusal extends Error {
  readonly at: number
  readonly reason: string
  readonly remedy: string
  constructor(at: number, reason: string, remedy: string) {
    super(reason)
    this.at = at
    this.reason = reason
    this.remedy = remedy
  }
}

const shownLength = 60

/** The reason, the place and the remedy; then the text around the place and a caret below it. */
export const explainLaw = ({ at, reason, remedy, text }: LawError): string => {
  const place = at >= text.length ? "at the end" : `at character ${at + 1}`
  const start = Math.max(0, Math.min(at - shownLength / 2, text.length - shownLength))
  const before = start > 0 ? "..." : ""
  const after = text.length > start + shownLength ? "..." : ""
  const shown = text.slice(start, start + shownLength).replaceAll(/\s/g, " ")
  return `${reason} ${place}; ${remedy}\n  ${before}${shown}${after}\n  ${" ".repeat(before.length + at - start)}^`
}

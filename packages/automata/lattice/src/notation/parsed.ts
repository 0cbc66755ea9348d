/** Where and why a rule string cannot be read. */
export interface NotationError {
  readonly text: string
  /** First character at fault, counted from 0; equal to `text.length` when something is missing at the end. */
  readonly at: number
  readonly reason: string
  /** What may stand there. */
  readonly allowed: string
  /** The text is written as another kind of rule is. */
  readonly elsewhere?: true
}

/** What was read, or why it could not be. */
export type Parsed<A> = { readonly ok: true; readonly value: A } | { readonly ok: false; readonly error: NotationError }

export const parsed = <A>(value: A): Parsed<A> => ({ ok: true, value })

export const refused = (text: string, at: number, reason: string, allowed: string): Parsed<never> => ({
  ok: false,
  error: { text, at, reason, allowed }
})

/** As `refused`, of a text that is written as another kind of rule is. */
export const elsewhere = (text: string, at: number, reason: string, allowed: string): Parsed<never> => ({
  ok: false,
  error: { text, at, reason, allowed, elsewhere: true }
})

/** Golly's bounded grids (`:T64,64`) are no part of a rule: refuses the text at the colon, null when there is none. */
export const refuseTopology = (text: string): Parsed<never> | null => {
  const at = text.indexOf(":")
  return at < 0
    ? null
    : refused(text, at, "a topology suffix", "leave it out of the rule and choose the boundary on its own")
}

const shownLength = 60

/** The reason, the place and what is allowed; then the text around the place and a caret below it. */
export const explain = ({ allowed, at, reason, text }: NotationError): string => {
  const place = at >= text.length ? "at the end" : `at character ${at + 1}`
  if (text.length === 0) return `${reason}; ${allowed}`
  const start = Math.max(0, Math.min(at - shownLength / 2, text.length - shownLength))
  const before = start > 0 ? "..." : ""
  const after = text.length > start + shownLength ? "..." : ""
  const shown = `${before}${text.slice(start, start + shownLength)}${after}`
  return `${reason} ${place}; ${allowed}\n  ${shown}\n  ${" ".repeat(before.length + at - start)}^`
}

/** Where and why a rule string cannot be read. */
export interface NotationError {
  readonly text: string
  /** First character at fault, counted from 0; equal to `text.length` when something is missing at the end. */
  readonly at: number
  readonly reason: string
  /** What may stand there. */
  readonly allowed: string
}

export type Parsed<A> = { readonly ok: true; readonly value: A } | { readonly ok: false; readonly error: NotationError }

export const parsed = <A>(value: A): Parsed<A> => ({ ok: true, value })

export const refused = (text: string, at: number, reason: string, allowed: string): Parsed<never> => ({
  ok: false,
  error: { text, at, reason, allowed }
})

/** Two lines that point at the place, then the reason and what is allowed. */
export const explain = ({ allowed, at, reason, text }: NotationError): string => {
  const shown = text.length <= 60 ? text : `${text.slice(0, 57)}...`
  const caret = at <= shown.length ? `\n  ${" ".repeat(at)}^` : ""
  return `${reason} at character ${at + 1}; ${allowed}\n  ${shown}${caret}`
}

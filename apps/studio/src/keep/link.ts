import { decodeRunSpec, RunSpec } from "@rulescope/automata"
import { type Sentence, sentenceOf } from "@rulescope/core"
import { Effect, Schema } from "effect"

type Linked = { readonly ok: true; readonly value: RunSpec } | { readonly ok: false; readonly why: Sentence }

const encode = Schema.encodeUnknownSync(RunSpec)

/** The spec as text that may stand in an address. */
const toText = (spec: RunSpec): string => {
  const bytes = new TextEncoder().encode(JSON.stringify(encode(spec)))
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "")
}

const fromText = (text: string): unknown => {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"))
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (char) => char.codePointAt(0)!)))
}

/** An address that opens the Studio with this spec. What follows the `#` is not sent to any server. */
export const linkTo = (spec: RunSpec, page: string): string => {
  const url = new URL(page)
  url.hash = `spec=${toText(spec)}`
  return url.href
}

/** The spec that an address carries; null when it carries none. */
export const specInLink = (hash: string): Linked | null => {
  const text = /^#spec=(.+)$/.exec(hash)?.[1]
  if (text === undefined) return null
  try {
    return { ok: true, value: Effect.runSync(decodeRunSpec(fromText(text))) }
  } catch (error) {
    return { ok: false, why: sentenceOf(error) }
  }
}

import { type Sentence, word } from "@rulescope/core"
import { explainLaw, parseLaw } from "@rulescope/sde"
import { Effect } from "effect"
import type { RunSpec } from "./RunSpec.ts"

/** Refuses a law of a generator that cannot be read, before anything runs. */
export const checkSpec = ({
  generator
}: RunSpec): Effect.Effect<void, { readonly place: string; readonly detail: Sentence }> => {
  const { law } = generator.config as { readonly law?: unknown }
  const read = typeof law === "string" ? parseLaw(law) : undefined
  return read?.ok === false ? Effect.fail({ place: "generator", detail: word(explainLaw(read.error)) }) : Effect.void
}

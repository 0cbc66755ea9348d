import { say, type Sentence, word } from "@rulescope/core"
import { explain, type FamilyKind, kindNamed, readRule } from "@rulescope/lattice"
import { Effect } from "effect"
import type { RunSpec } from "./RunSpec.ts"

/** Refuses a family and a rule of a generator that nobody knows, before anything runs. */
export const checkSpec =
  (families: ReadonlyArray<FamilyKind>) =>
  ({ family, generator }: RunSpec): Effect.Effect<void, { readonly place: string; readonly detail: Sentence }> => {
    if (family !== "auto" && kindNamed(families, family) === undefined) {
      const known = ["auto", ...families.map(({ id }) => id)]
      return Effect.fail({ place: "family", detail: say`no family is called "${family}"; known: ${known}` })
    }
    const { rule } = generator.config as { readonly rule?: unknown }
    const read = typeof rule === "string" ? readRule(families, rule) : undefined
    return read?.ok === false ? Effect.fail({ place: "generator", detail: word(explain(read.error)) }) : Effect.void
  }

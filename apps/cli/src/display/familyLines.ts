import type { RunEvent } from "@rulescope/automata"
import { grouped } from "./Terminal.ts"

/** Symmetries by what a rule with them cannot tell apart. */
const symmetryNames: Readonly<Record<string, string>> = {
  all: "all permutations of the cells around",
  D8: "eighth turns of the ring and mirrors (D8)",
  C8: "eighth turns of the ring (C8)",
  D4: "quarter turns and mirrors (D4)",
  C4: "quarter turns (C4)",
  trivial: "none"
}

type Chosen = Extract<RunEvent, { _tag: "FamilyChosen" }>

/** A family's name with what tells it apart: "life-like", "generations:4H". */
const nameOf = ({ family, variant }: { readonly family: string; readonly variant?: string }): string =>
  variant === undefined ? family : `${family}:${variant}`

/** How far the other families are behind the best one, in nats: "; isotropic 58 ± 3 behind, map 324 ± 9 behind". */
const standings = (scores: Chosen["scores"]): string => {
  if (scores.length < 2) return ""
  const best = Math.max(...scores.map(({ logEvidence }) => logEvidence))
  const nats = (value: number): string => (value < 10 ? value.toFixed(1) : grouped(Math.round(value)))
  const shown = scores.map(({ error, logEvidence, ...family }) =>
    logEvidence === best
      ? `${nameOf(family)} best`
      : `${nameOf(family)} ${nats(best - logEvidence)}${error > 0 ? ` ± ${nats(error)}` : ""} nats behind`
  )
  return `: ${shown.join(", ")}`
}

/** Lines that tell how the family was chosen, and the largest symmetry that the data support. */
export const familyLines = ({
  criterion,
  family,
  scores,
  symmetry,
  variant
}: Chosen): ReadonlyArray<readonly [stage: string, text: string]> => [
  ["family", `${nameOf(variant === undefined ? { family } : { family, variant })} (${criterion})${standings(scores)}`],
  ...(symmetry === null
    ? []
    : [["symmetry", `${symmetryNames[symmetry.id] ?? symmetry.id}, ${grouped(symmetry.orbits)} orbits`] as const])
]

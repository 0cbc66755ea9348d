import { type FamilyKind, familyIn } from "@rulescope/lattice"
import type { RunResult } from "@rulescope/automata"
import { englishRunWords, type RunWords } from "./runWords.ts"

/** How one family explains the data. */
export interface FamilyBar {
  readonly id: string
  readonly title: string
  /** Natural logarithm of the marginal likelihood. */
  readonly logEvidence: number
  /** Nats below the best family, ≥ 0. */
  readonly deficit: number
  readonly observed: number
  readonly classes: number
  /** Cells outside the majority of their class. */
  readonly contradicted: number
  readonly chosen: boolean
}

/** The families of one run by their evidence. */
export interface FamilyFigure {
  /** How the family was chosen. */
  readonly criterion: string
  readonly words: RunWords
  /** In the order of the scores: fewest classes first. */
  readonly bars: ReadonlyArray<FamilyBar>
}

/** The family scores of a run as data. */
export const familyFigure = (
  { family }: Pick<RunResult, "family">,
  families: ReadonlyArray<FamilyKind>,
  words: RunWords = englishRunWords
): FamilyFigure => {
  const best = Math.max(...family.scores.map(({ logEvidence }) => logEvidence))
  return {
    criterion: words.criterion(family.criterion),
    words,
    bars: family.scores.map(({ classes, contradicted, family: id, logEvidence, observed, variant }) => ({
      id,
      title: words.family(id, familyIn(families, id, variant)?.title ?? id),
      logEvidence,
      deficit: best - logEvidence,
      observed,
      classes,
      contradicted,
      chosen: id === family.id && variant === family.variant
    }))
  }
}

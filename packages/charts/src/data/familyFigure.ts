import { familyById } from "@rulescope/automata"
import type { RunResult } from "@rulescope/core"

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
  /** In the order of the scores: fewest classes first. */
  readonly bars: ReadonlyArray<FamilyBar>
}

/** The family scores of a run as data. */
export const familyFigure = ({ family }: Pick<RunResult, "family">): FamilyFigure => {
  const best = Math.max(...family.scores.map(({ logEvidence }) => logEvidence))
  return {
    criterion: family.criterion,
    bars: family.scores.map(({ classes, contradicted, family: id, logEvidence, observed }) => ({
      id,
      title: familyById(id)?.title ?? id,
      logEvidence,
      deficit: best - logEvidence,
      observed,
      classes,
      contradicted,
      chosen: id === family.id
    }))
  }
}

import { type Census, type Family, fold } from "@rulescope/automata"
import { Schema } from "effect"

/** How well one family explains the data. */
export const FamilyScore = Schema.Struct({
  family: Schema.String,
  /** Natural logarithm of the marginal likelihood; larger is better. */
  logEvidence: Schema.Finite,
  /** Classes that occur, of all classes of the family. */
  observed: Schema.Int,
  classes: Schema.Int,
  /** Cells outside the majority of their class. */
  contradicted: Schema.Finite
})
export type FamilyScore = typeof FamilyScore.Type

/** Misfire rates over which the likelihood is averaged: 97 values from 10⁻¹² to 0.5, evenly on a logarithmic scale. */
const rates: ReadonlyArray<number> = Array.from({ length: 97 }, (_, i) =>
  Math.exp(Math.log(1e-12) + (i / 96) * Math.log(0.5e12))
)

const logSumExp = (values: ReadonlyArray<number>): number => {
  const most = Math.max(...values)
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0))
}

/**
 * Marginal likelihood of a family: every labelling is equally likely beforehand and a cell misfires with
 * an unknown rate, log-uniform over 10⁻¹² to 0.5; labels and rate are averaged out. A family pays
 * log(states) for every class it needs, so a larger one wins only when it removes contradictions.
 */
export const scoreFamily = (census: Census, family: Family): FamilyScore => {
  const { counts } = fold(census.counts, family)
  const { states } = family
  const rows: Array<Float64Array> = []
  for (let row = 0; row < counts.length; row += states) {
    const seen = counts.subarray(row, row + states)
    if (seen.some((count) => count > 0)) rows.push(seen)
  }
  const total = (row: Float64Array): number => row.reduce((sum, count) => sum + count, 0)
  const perRate = rates.map((rate) => {
    const right = Math.log(1 - rate)
    const wrong = Math.log(rate / (states - 1))
    return rows.reduce((sum, row) => {
      const all = total(row)
      return sum + logSumExp(Array.from(row, (count) => count * right + (all - count) * wrong)) - Math.log(states)
    }, -Math.log(rates.length))
  })
  return {
    family: family.id,
    logEvidence: rows.length === 0 ? 0 : logSumExp(perRate),
    observed: rows.length,
    classes: family.classes.length,
    contradicted: rows.reduce((sum, row) => sum + total(row) - Math.max(...row), 0)
  }
}

/** The family with the highest marginal likelihood; the one with fewer classes when two are equal to 10⁻⁹. */
export const chooseFamily = (
  census: Census,
  families: ReadonlyArray<Family>
): { readonly family: Family; readonly scores: ReadonlyArray<FamilyScore> } => {
  const ordered = [...families].sort((a, b) => a.classes.length - b.classes.length)
  const scores = ordered.map((family) => scoreFamily(census, family))
  let best = 0
  for (let i = 1; i < scores.length; i++) if (scores[i]!.logEvidence > scores[best]!.logEvidence + 1e-9) best = i
  return { family: ordered[best]!, scores }
}

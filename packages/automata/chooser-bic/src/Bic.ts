import { Chooser, chooseFamily, type Criterion } from "@rulescope/automata"
import { inPieces, Plugin } from "@rulescope/core"
import { Layer, Schema } from "effect"

/**
 * log L − ½ k log n of a table of outcomes by class: L with the shares seen in each class as probabilities, k = states − 1
 * for each class that occurs, n cells (Schwarz 1978, between equations 1 and 2).
 */
export const scoreBic = (counts: Float64Array, states: number): number => {
  let logLikelihood = 0
  let cells = 0
  let free = 0
  for (let row = 0; row < counts.length; row += states) {
    let total = 0
    for (let next = 0; next < states; next++) total += counts[row + next]!
    if (total === 0) continue
    cells += total
    free += states - 1
    for (let next = 0; next < states; next++) {
      const count = counts[row + next]!
      if (count > 0) logLikelihood += count * Math.log(count / total)
    }
  }
  return logLikelihood - (free / 2) * Math.log(Math.max(1, cells))
}

const criterion: Criterion = function* (_, { states }) {
  yield
  return { criterion: "BIC", of: ({ counts }) => [scoreBic(counts, states)] }
}

/** By the Bayesian information criterion: every class has outcomes with probabilities of its own, noise among them. */
export const bic = Plugin.make({
  id: "bic",
  version: 1,
  summary: "The family with the best Bayesian information criterion, each class with its own shares of outcomes.",
  config: Schema.Struct({}),
  layer: () => Layer.succeed(Chooser, Chooser.of({ choose: (question) => inPieces(chooseFamily(question, criterion)) }))
})

import { Chooser, chooseFamily, marginalLikelihood as criterion } from "@rulescope/automata"
import { inPieces, Plugin } from "@rulescope/core"
import { Layer, Schema } from "effect"

/** By how probable the outcomes are under a family, its rules averaged out; under noise by what is predicted of data held out. */
export const marginalLikelihood = Plugin.make({
  id: "marginal-likelihood",
  version: 1,
  summary: "The smallest family that the data do not speak against: marginal likelihood, and prediction under noise.",
  config: Schema.Struct({}),
  layer: () => Layer.succeed(Chooser, Chooser.of({ choose: (question) => inPieces(chooseFamily(question, criterion)) }))
})

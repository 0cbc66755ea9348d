import { chooserSuite } from "@rulescope/testkit"
import { marginalLikelihood } from "../src/index.ts"

chooserSuite("marginal-likelihood", marginalLikelihood.layer({}))

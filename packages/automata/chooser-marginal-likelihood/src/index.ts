export { marginalLikelihood } from "./MarginalLikelihood.ts"

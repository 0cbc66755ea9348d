export { estimateOf, type Reading } from "./estimate.ts"
export { roundLaw, roundTo } from "./rounded.ts"
export { stateOf } from "./states.ts"

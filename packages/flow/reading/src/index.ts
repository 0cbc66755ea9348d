export { estimateOf, type Reading } from "./estimate.ts"
export { type Expansion, readExpanded } from "./expanded.ts"
export { roundLaw, roundTo } from "./rounded.ts"
export { stateOf } from "./states.ts"

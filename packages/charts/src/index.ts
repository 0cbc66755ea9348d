export { classFigure, type ClassFigure, type ClassRow } from "./data/classFigure.ts"
export {
  counterFigure,
  type CounterEntry,
  type CounterFigure,
  type CounterPanel,
  type Share
} from "./data/counterFigure.ts"
export { type FamilyBar, familyFigure, type FamilyFigure } from "./data/familyFigure.ts"
export type { Headline } from "./data/headline.ts"
export { trainingFigure, type TrainingFigure, type TrainingPoint } from "./data/trainingFigure.ts"
export type { World } from "./data/world.ts"
export { counterFigureSvg } from "./svg/counters.ts"
export type { SvgOptions } from "./svg/theme.ts"
export { classFigureSvg } from "./svg/classes.ts"
export { familyFigureSvg } from "./svg/families.ts"
export { trainingFigureSvg } from "./svg/training.ts"
export { type Comparison, comparisonSvg, type WorldOptions, worldSvg } from "./svg/world.ts"
export { terminalClassTable } from "./terminal/classes.ts"
export { terminalCounterFigure } from "./terminal/counters.ts"
export type { TerminalOptions } from "./terminal/style.ts"
export { terminalWorld } from "./terminal/world.ts"

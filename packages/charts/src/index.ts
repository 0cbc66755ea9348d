export { classFigure, type ClassFigure, type ClassRow } from "./data/classFigure.ts"
export {
  counterFigure,
  type CounterEntry,
  type CounterFigure,
  type CounterPanel,
  type Share
} from "./data/counterFigure.ts"
export { type FamilyBar, familyFigure, type FamilyFigure } from "./data/familyFigure.ts"
export { grouped } from "./data/numbers.ts"
export { englishRunWords, type RunWords } from "./data/runWords.ts"
export type { Headline } from "./data/headline.ts"
export { trainingFigure, type TrainingFigure, type TrainingPoint } from "./data/trainingFigure.ts"
export type { World } from "./data/world.ts"
export {
  type Decision,
  type ReliabilityBin,
  reliabilityFigure,
  type ReliabilityFigure
} from "./data/reliabilityFigure.ts"
export { runFigures } from "./runFigures.ts"
export { counterFigureSvg } from "./svg/counters.ts"
export type { SvgOptions } from "./svg/theme.ts"
export { classFigureSvg } from "./svg/classes.ts"
export { reliabilityFigureSvg } from "./svg/reliability.ts"
export { familyFigureSvg } from "./svg/families.ts"
export { trainingFigureSvg } from "./svg/training.ts"
export { type Comparison, comparisonSvg, type WorldOptions, worldSvg } from "./svg/world.ts"
export { terminalClassTable } from "./terminal/classes.ts"
export { terminalCounterFigure } from "./terminal/counters.ts"
export type { TerminalOptions } from "./terminal/style.ts"
export { terminalWorld } from "./terminal/world.ts"
export type { EffectFigure, EffectRow, HeatCell, HeatMap, RateFigure, RateRow } from "./data/studyFigures.ts"
export { effectFigureSvg } from "./svg/effects.ts"
export { heatMapSvg } from "./svg/heatMap.ts"
export { escaped } from "./svg/markup.ts"
export { rateFigureSvg } from "./svg/rates.ts"
export { themeVariables } from "./svg/theme.ts"
export { type Curve, type CurveFigure, curveFigureSvg } from "./svg/curves.ts"
export { latticeFigureSvg, type LatticeFigure } from "./svg/lattice.ts"

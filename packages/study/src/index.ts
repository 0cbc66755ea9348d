export { expand, type Expanded, type PlannedCell } from "./plan/expand.ts"
export { type Counts, makePlan, type Plan, type PlannedRun } from "./plan/plan.ts"
export { type Task, tasksOf } from "./plan/tasks.ts"
export { Executor, layerInProcess, type TaskEvent } from "./run/Executor.ts"
export { metricNames } from "./run/metrics.ts"
export type { RunDetail } from "./run/RunDetail.ts"
export { makeRunner, type Outcome } from "./run/Runner.ts"
export { runStudy, type StudyEvent } from "./run/runStudy.ts"
export { layerMemory, StoreError, StudyStore } from "./run/StudyStore.ts"
export { InvalidStudy } from "./StudyError.ts"
export { Point, StudyRow } from "./StudyRow.ts"
export { Axis, decodeStudySpec, defaultMetrics, StudySpec, Subset } from "./StudySpec.ts"
export { fewestSeeds, type MeanEstimate } from "./analysis/blockMean.ts"
export { type Analysis, type AnalysisOptions, prepareAnalysis } from "./analysis/columns.ts"
export { comparable } from "./analysis/comparable.ts"
export { type Difference, differences } from "./analysis/differences.ts"
export { type AxisLabel, layoutOf, type StudyAxis, type StudyLayout } from "./analysis/layout.ts"
export {
  cellMeans,
  interaction,
  type Interaction,
  type Marginal,
  marginals,
  overallMean,
  type PartMean
} from "./analysis/means.ts"
export { type MetricKind, metricKind } from "./analysis/metricKind.ts"
export { axisRates, cellRates, overallRate, type Rate } from "./analysis/rates.ts"
export { tally, type Tally } from "./analysis/tally.ts"
export {
  type Ask,
  type DamagedRun,
  formatVersion,
  readDetail,
  readFormat,
  readRows,
  readStudy
} from "./table/database.ts"
export { toCsv } from "./table/csv.ts"
export { fromLines, type StudyTable, toLines } from "./table/lines.ts"
export { type Leader, makeLeaders } from "./table/leaders.ts"
export { type Estimate, estimateOf, pilotsOf } from "./plan/estimate.ts"

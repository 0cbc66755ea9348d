export { InvalidStudy } from "./StudyError.ts"
export { Point, StudyRow } from "./StudyRow.ts"
export { Axis, decodeStudySpec, defaultMetrics, StudySpec, Subset } from "./StudySpec.ts"

import type { Analysis, Tally } from "@rulescope/study"
import type { Anchors } from "../anchors.ts"
import type { ReportFigure } from "../figures.ts"
import type { MetricResult } from "../results.ts"
import type { Words } from "../words/words.ts"

/** What the parts of a page are written from. */
export interface Report {
  readonly analysis: Analysis
  readonly results: ReadonlyArray<MetricResult>
  /** By metric, as `results`. */
  readonly figures: ReadonlyArray<ReadonlyArray<ReportFigure>>
  readonly tally: Tally
  readonly anchors: Anchors
  readonly words: Words
}

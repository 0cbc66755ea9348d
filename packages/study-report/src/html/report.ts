import type { Analysis, Tally } from "@rulescope/study"
import type { Anchors } from "../anchors.ts"
import type { Labels } from "../labels.ts"
import type { ReportFigure } from "../figures.ts"
import type { Answer, MetricResult } from "../results.ts"
import type { RunPage } from "../runPages.ts"
import type { Words } from "../words/words.ts"

/** What the parts of a page are written from. */
export interface Report {
  readonly analysis: Analysis
  readonly results: ReadonlyArray<MetricResult>
  /** What came out in every cell for the first metric. */
  readonly cells: ReadonlyArray<Answer>
  /** By metric, as `results`. */
  readonly figures: ReadonlyArray<ReadonlyArray<ReportFigure>>
  readonly tally: Tally
  readonly pages: ReadonlyArray<RunPage>
  readonly anchors: Anchors
  readonly labels: Labels
  readonly words: Words
}

/** The languages that a report is written in. */
export type Language = "en" | "zh-CN"

/** What is known of a number's runs. */
interface Support {
  readonly runs: number
  readonly failed: number
  readonly seeds: number
}

/** Everything that a report says, in one language. */
export interface Words {
  readonly language: Language
  readonly own: string
  readonly metric: (name: string) => { readonly name: string; readonly meaning: string }
  readonly better: { readonly higher: string; readonly lower: string; readonly zero: string }
  /** "3.4 (2.9 to 4.0)". */
  readonly withInterval: (value: string, low: string, high: string) => string
  readonly tooFew: (seeds: number) => string
  /** "generations (difference to 4)". */
  readonly withNote: (name: string, note: string) => string
  readonly noRun: string
  readonly noValue: string
  readonly failedRuns: (count: number) => string
  readonly unpaired: (count: number) => string
  readonly study: string
  readonly question: string
  readonly noQuestion: string
  readonly summary: (tally: { readonly done: number; readonly planned: number; readonly failed: number }) => string
  readonly howToRead: string
  readonly howToReadText: (fewest: number, replicates: number) => string
  readonly plan: string
  readonly planned: string
  readonly done: string
  readonly failed: string
  readonly missing: string
  readonly cells: string
  readonly seeds: string
  readonly lastFinished: string
  readonly axes: string
  readonly axis: string
  readonly path: string
  readonly values: string
  readonly baseline: string
  readonly noBaseline: string
  readonly metricsSeen: string
  readonly overAll: string
  readonly value: string
  readonly asTable: string
  readonly someOf: (first: string, last: string, count: number) => string
  readonly runs: string
  readonly mean: string
  readonly share: string
  readonly difference: (baseline: string) => string
  readonly isBaseline: string
  readonly alongAxes: (metric: string) => string
  readonly differences: (metric: string, unit: string) => string
  readonly differencesHead: string
  readonly differencesNote: string
  readonly map: (metric: string, down: string, across: string) => string
  readonly overOthers: string
  readonly support: (support: Support) => string
  readonly points: string
  readonly nothingTold: string
  readonly figure: {
    readonly mean: string
    readonly few: string
    readonly success: string
    readonly other: string
    readonly interval: string
    readonly failedCountsAs: string
  }
  readonly downloads: { readonly svg: string; readonly png: string }
  readonly failures: string
  readonly noFailures: string
  readonly error: string
  readonly count: string
  readonly firstMessage: string
  readonly limits: string
  readonly limit: {
    readonly missing: (missing: number) => string
    readonly subsets: (axis: string, counted: number, runs: number) => string
    readonly failed: (failed: number) => string
    readonly seeds: (seeds: number, fewest: number) => string
    readonly narrow: (seeds: number) => string
    readonly cells: (few: number, all: number, fewest: number) => string
    readonly many: (intervals: number) => string
    readonly degenerate: string
    readonly cached: string
    readonly none: string
  }
  readonly whichCells: string
  readonly whichCellsText: string
  readonly cell: (number: number) => string
  readonly cellsTo: (first: number, last: number, runs: number) => string
  readonly ofCells: (axis: string, value: string) => string
  readonly allRuns: string
  readonly allRunsText: string
  readonly run: string
  readonly seed: string
  readonly status: string
  readonly rule: string
  readonly command: string
  readonly otherSeeds: string
  readonly noRows: string
  readonly asRun: string
  readonly versions: string
  readonly contents: string
  readonly top: string
  readonly madeBy: string
  readonly otherPage: string
  readonly toReport: string
}

import type { Words } from "./words.ts"

const number = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",")

const counted = (count: number, singular: string): string => `${number(count)} ${singular}${count === 1 ? "" : "s"}`

const metrics: Readonly<Record<string, readonly [name: string, meaning: string]>> = {
  ruleExact: ["Rule exactly right", "Share of runs that read the true rule, every class of it."],
  right: ["Classes right", "Classes of the rule that were read as they are."],
  wrong: ["Classes wrong", "Classes of the rule that were read as they are not."],
  undetermined: ["Classes undetermined", "Classes that the data leave open, as the run says itself."],
  accuracy: ["Accuracy of the model", "Share of cells that the trained network predicts as observed."],
  heldOutAccuracy: ["Accuracy of the rule", "Share of held-out cells that follow the rule that was read."],
  confirmed: ["Rule confirmed", "Share of runs whose rule was confirmed on held-out frames."],
  calibration: [
    "Calibration",
    "Mean stated confidence minus the share of labels that are right: above 0 too sure, below 0 too careful."
  ],
  brier: ["Brier score", "Mean squared distance between stated confidence and being right; 0 is perfect."],
  secondsTotal: ["Time of a run", "Processing time of all stages, where none came from the cache."],
  "seconds.generate": ["Time to generate", "Time of the generator, where it was computed."],
  "seconds.census": ["Time of the census", "Time to count patterns, where they were counted."],
  "seconds.family": ["Time to choose the family", "Time to score families of rules, where they were scored."],
  "seconds.fit": ["Time to train", "Time of the training, where it was done."],
  "seconds.infer": ["Time to infer", "Time to read the rule."],
  "seconds.verify": ["Time to verify", "Time of the proof, where it was made."],
  memoryMb: ["Memory", "Memory in use when the run ended."]
}

export const en: Words = {
  language: "en",
  own: "English",
  metric: (name) => {
    const [title, meaning] = metrics[name] ?? [name, ""]
    return { name: title, meaning }
  },
  better: { higher: "higher is better", lower: "lower is better", zero: "nearer to 0 is better" },
  withInterval: (value, low, high) => `${value} (${low} to ${high})`,
  tooFew: (seeds) => `too few seeds: ${number(seeds)}`,
  withNote: (name, note) => `${name} (${note})`,
  noRun: "no run",
  noValue: "no value",
  failedRuns: (count) => `${number(count)} failed`,
  unpaired: (count) => `${number(count)} without a pair`,
  study: "Study",
  question: "Question",
  noQuestion: "The study states no question.",
  summary: ({ done, failed, planned }) =>
    `${number(done)} of ${counted(planned, "planned run")} done, ${failed === 0 ? "none failed" : `${number(failed)} failed`}.`,
  howToRead: "How to read this",
  howToReadText: (fewest, replicates) =>
    `Every number is a mean over runs, and stands with a 95 % interval: were the study made again with other seeds, about 19 of 20 such intervals would hold the true value. Runs of one seed share their data, so seeds are what is drawn again (bootstrap over seeds as blocks, ${number(replicates)} resamples, percentiles widened for few seeds; Efron & Tibshirani 1993, Hesterberg 2015). Differences are taken between runs that agree in the seed and in everything but the one axis, so what the pair shares drops out: where the interval of a difference leaves out 0, the axis makes a difference here. Shares of success have Wilson's interval (1927), at the number of independent trials that the seeds amount to. A mean over fewer than ${number(fewest)} seeds has no interval, and says so. A run that failed counts as no success, is left out of the other means, and is counted wherever it is missing. Every number leads to its runs, and every run to the command that makes it again.`,
  plan: "What was planned, and what was done",
  planned: "planned",
  done: "done",
  failed: "failed",
  missing: "not made yet",
  cells: "cells",
  seeds: "seeds",
  lastFinished: "last run ended",
  axes: "What was varied",
  axis: "axis",
  path: "place in the run spec",
  values: "values",
  baseline: "baseline",
  noBaseline: "none",
  metricsSeen: "Results",
  overAll: "all runs",
  value: "value",
  asTable: "The numbers as a table",
  someOf: (first, last, count) => `${first} · … · ${last} (${number(count)} values)`,
  runs: "runs",
  mean: "mean (95 % interval)",
  share: "share (95 % interval)",
  difference: (baseline) => `difference to ${baseline}`,
  isBaseline: "baseline",
  alongAxes: (metric) => `${metric}, along every axis`,
  differences: (metric, unit) => `${metric}: difference to the baseline${unit}`,
  differencesHead: "difference to the baseline",
  differencesNote: "pairs of runs that agree in seed and all other axes",
  map: (metric, down, across) => `${metric}, by ${down} and ${across}`,
  overOthers: "mean over everything else",
  support: ({ failed, runs, seeds }) =>
    `${counted(runs, "run")}, ${counted(seeds, "seed")}${failed === 0 ? "" : `, ${number(failed)} failed`}`,
  points: ", in percentage points",
  nothingTold: "No run tells it.",
  figure: {
    mean: "mean with 95 % interval",
    few: "too few seeds for an interval",
    success: "yes",
    other: "no",
    interval: "95 % interval (Wilson)",
    failedCountsAs: "a failed run counts as no"
  },
  downloads: { svg: "SVG", png: "PNG" },
  failures: "Runs that failed",
  noFailures: "None.",
  error: "error",
  count: "number",
  firstMessage: "message of the first",
  limits: "What to be careful with",
  limit: {
    missing: (missing) =>
      `${counted(missing, "planned run")} ${missing === 1 ? "has" : "have"} not been made: the study was cut short, and its numbers may still move.`,
    subsets: (axis, compared, runs) =>
      `The study is no full grid: along ${axis}, those ${number(compared)} of ${counted(runs, "run")} count whose other settings go with all of its values.`,
    failed: (failed) =>
      `${counted(failed, "run")} failed. Means other than shares of success are over the rest, which may be the easier ones.`,
    seeds: (seeds, fewest) =>
      `Only ${counted(seeds, "seed")}: intervals need ${number(fewest)}. Take the numbers for examples, not for a result.`,
    narrow: (seeds) =>
      `With ${counted(seeds, "seed")} intervals hold the true value less often than they say: in simulations 84 to 98 % at 5 seeds, 90 to 96 % at 10 (docs/studies.md).`,
    cells: (few, all, fewest) =>
      `${number(few)} of ${counted(all, "cell")} ${few === 1 ? "has" : "have"} fewer than ${number(fewest)} seeds and so no interval of ${few === 1 ? "its" : "their"} own.`,
    many: (intervals) =>
      `There are ${number(intervals)} intervals on this page. About one in twenty misses its value by chance, so a single one that leaves out 0 by a little is no proof.`,
    degenerate:
      "An interval without width says that all seeds agreed, not that others could not differ; shares of success keep a width even then.",
    cached:
      "Times are of stages that were computed. Where a stage came from the cache there is none, so times are over fewer runs, and on one machine.",
    none: "Nothing in particular."
  },
  whichCells: "Which runs make up a number",
  whichCellsText: "A cell is one combination of values; its runs differ in the seed alone.",
  cell: (cell) => `cell ${number(cell)}`,
  cellsTo: (first, last, runs) => `cells ${number(first)} to ${number(last)} (${counted(runs, "run")})`,
  ofCells: (axis, value) => `${axis} = ${value}`,
  allRuns: "All runs, by cell",
  allRunsText:
    "Open a cell to see its runs and the command that makes them again; “rulescope study show DIR RUN” shows one run as a whole.",
  run: "run",
  seed: "seed",
  status: "status",
  rule: "rule read",
  command: "To make its first run again, from any folder:",
  otherSeeds: "The other runs are the same command with their own --seed.",
  noRows: "no run yet",
  asRun: "The study file",
  versions: "Plugin versions",
  contents: "Contents",
  top: "to the top",
  madeBy: "Written by Rulescope from the rows of the study alone.",
  otherPage: "中文",
  toReport: "to the report"
}

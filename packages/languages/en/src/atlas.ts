const number = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",")

const counted = (count: number, one: string, several = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : several}`

const unreadable = {
  nothing: (file: string) =>
    `${file} holds no study: give a folder that study run wrote, its study.sqlite, or an export (.jsonl).`,
  foreign: (file: string) =>
    `${file} is not a study: give a folder that study run wrote, its study.sqlite, or an export (.jsonl).`,
  broken: (file: string) => `The database of ${file} cannot be read: it is damaged or not whole.`,
  format: (file: string) => `${file} was written by another version of rulescope: open it with that version.`,
  rows: (file: string) => `${file} cannot be read to its end.`,
  unreachable: (file: string) =>
    `${file} cannot be fetched from where this page comes from; rulescope study open may have ended.`
}

/** Everything that the Atlas says. */
export const atlas = {
  title: "Rulescope Atlas",
  tagline: "Explore studies: what makes rules easy or hard to find",
  theStudy: "The study",
  opening: "Opening the study",
  unreadable,
  start: {
    title: "Open a study",
    drop: "Drop the folder of a study here, its study.sqlite, or an exported .jsonl file.",
    stays: "Nothing leaves this page.",
    what: "What a study is",
    whatText:
      "One file names what a run of Rulescope is made of and what is to be varied: networks, thresholds, noise, amounts of data. The study makes every combination with several seeds and keeps what each run came to. Here you look at all of them: which read the rule right, what made the difference, and what any single run saw.",
    how: [
      {
        text: "Make one; it can be stopped and goes on where it was.",
        command: "rulescope study run examples/studies/thresholds.json"
      },
      { text: "Look at it here, also while it is at work.", command: "rulescope study open runs/thresholds" },
      {
        text: "Or write its rows into one file, to send or to drop here.",
        command: "rulescope study export runs/thresholds --out thresholds.jsonl"
      }
    ]
  },
  head: {
    progress: (ended: number, planned: number) =>
      ended === planned ? counted(planned, "run") : `${number(ended)} of ${counted(planned, "run")}`,
    failed: (failed: number) => `, ${number(failed)} failed`,
    missing: (missing: number) => `${counted(missing, "run")} to come`,
    follow: "Show runs as they end",
    lost: "rulescope study open has ended: no more runs come.",
    refresh: "Refresh",
    refreshing: "Reading…",
    csv: (rows: number) => `CSV of ${counted(rows, "row")}`,
    another: "Open another"
  },
  views: { label: "Ways to look at the study", runs: "Runs", axes: "Along the axes", map: "Two axes" },
  filters: {
    title: "Filter",
    clear: "Clear",
    find: "Find",
    findHint: "rule or error",
    status: "Status",
    statuses: { all: "all", done: "done", failed: "failed" },
    shown: (active: number) => (active === 0 ? "Filter" : `Filter (${active})`)
  },
  table: {
    caption: "Runs",
    run: "run",
    seed: "seed",
    rule: "rule read",
    open: "undetermined",
    yes: "yes",
    no: "no",
    group: "Group by",
    ungrouped: "nothing",
    allAxes: "all axes (over seeds)",
    groupCount: (runs: number, failed: number) =>
      failed === 0 ? counted(runs, "run") : `${counted(runs, "run")}, ${number(failed)} failed`,
    count: (shown: number, all: number) =>
      shown === all ? counted(all, "run") : `${number(shown)} of ${counted(all, "run")}`,
    columns: (shown: number, all: number) => (shown === all ? "Columns" : `Columns (${shown} of ${all})`),
    columnsShown: "Columns shown",
    keys: "Arrow keys move through the rows, Enter opens a run or a group. A heading sorts.",
    none: "No run has ended yet.",
    noneLeft: "No run passes the filters. Take one of them back."
  },
  figures: {
    metric: "Metric",
    baseline: (axis: string) => `Baseline of ${axis}`,
    noBaseline: "none",
    down: "Down",
    across: "Across",
    download: "Download SVG",
    noAxes: "This study varies nothing but the seed, so there is no axis to look along.",
    oneAxis: "A map takes two axes of more than one value; this study has fewer."
  },
  run: {
    ways: "Ways from here",
    back: "← All runs",
    before: "Previous",
    after: "Next",
    title: (run: number) => `Run ${run}`,
    missing: (run: number) => `The study has no run ${run} yet.`,
    seed: "seed",
    failed: (tag: string) => `This run failed: ${tag}`,
    loading: "Reading what the run found",
    unkept: "The export keeps rows alone",
    unkeptText:
      "Counters, class table and verdict lie in the folder of the study. Open the folder here, or ask for this run on the command line, with DIR the folder:",
    lost: "What the run found cannot be read",
    open: (undetermined: number | null) =>
      undetermined === null ? "Undetermined" : `Undetermined: ${counted(undetermined, "class", "classes")} open`,
    truth: "True rule",
    colon: ": ",
    exact: "all classes right",
    notExact: (wrong: number | null, undetermined: number | null) =>
      `${number(wrong ?? 0)} wrong, ${number(undetermined ?? 0)} undetermined`,
    noVerdict: "The study asked for no proof on held-out frames.",
    verdict: {
      confirmed: (decided: number, contradicted: number) =>
        contradicted === 0
          ? `Confirmed on frames that nobody learned from: all ${counted(decided, "cell")} agree.`
          : `Confirmed on frames that nobody learned from, within the noise: ${number(contradicted)} of ${counted(decided, "cell")} differ.`,
      refuted: (decided: number, contradicted: number) =>
        `Refuted on frames that nobody learned from: ${number(contradicted)} of ${counted(decided, "cell")} contradict it.`,
      inconclusive: (decided: number, contradicted: number) =>
        `Inconclusive on frames that nobody learned from: ${number(contradicted)} of ${counted(decided, "decided cell")} contradict it.`,
      unproved: (_decided: number, _contradicted: number) => "Not proved: no frames were kept apart."
    },
    figures: {
      counters: {
        title: "Counters and thresholds",
        meaning: "What the network predicts at each number of live neighbours, and the thresholds it is read by."
      },
      classes: { title: "Classes", meaning: "Every class with its label, how often it was seen, and the confidence." },
      families: {
        title: "Families",
        meaning: "How well each family of rules explains the data, at its number of classes."
      }
    },
    classes: {
      title: (classes: number) => `Table of ${counted(classes, "class", "classes")}`,
      name: "class",
      observed: (state: number) => `observed → ${state}`,
      predicted: (state: number) => `predicted → ${state}`,
      label: "read",
      open: "undetermined",
      state: (state: number) => (state === 0 ? "dead" : state === 1 ? "live" : `state ${state}`),
      confidence: "confidence"
    },
    download: "Download SVG",
    measures: "Measured",
    againTitle: "Make this run again",
    copy: "Copy the command",
    copied: "Copied",
    siblings: "The same with other seeds",
    seedOf: (seed: number) => `seed ${seed}`
  }
}

export type AtlasTexts = typeof atlas

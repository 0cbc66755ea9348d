import { counted } from "./numbers.ts"

/** All words of the figures about one run, so that they stand in any language. */
export interface RunWords {
  readonly family: (id: string, title: string) => string
  readonly criterion: (criterion: string) => string
  readonly accuracy: (share: string) => string
  readonly readBy: (inferrer: string, evidence: "predictions" | "observations" | "both") => string
  readonly cellsIn: (cells: number, patterns: number, of: number) => string
  readonly determined: (determined: number, of: number) => string
  readonly unseen: (classes: number) => string
  readonly rarest: (name: string, cells: number) => string
  readonly range: (min: string, max: string) => readonly [from: string, to: string]
  readonly plainRange: (min: string, max: string) => string
  readonly truth: {
    readonly incomparable: (rule: string) => string
    readonly nothing: (rule: string) => string
    /** All of the determined classes agree; `all` when no class is open. */
    readonly agree: (rule: string, classes: number, all: boolean) => string
    readonly differ: (rule: string, classes: number, names: ReadonlyArray<string>, more: boolean) => string
  }
  readonly counters: {
    readonly title: (rule: string) => string
    readonly panels: readonly [readonly [state: string, question: string], readonly [state: string, question: string]]
    readonly cells: string
    /** What the bars count, by the state they lead to. */
    readonly counted: Readonly<Record<"predictions" | "observations", readonly [dead: string, live: string]>>
    readonly alpha: (summed: boolean) => string
    readonly needed: string
    readonly mixed: string
    readonly neighbours: string
    readonly bar: (from: 0 | 1, to: 0 | 1, neighbours: number, count: string) => string
    readonly rows: { readonly read: string; readonly truth: string }
    /** What a class of dead, of live cells leads to. */
    readonly shares: readonly [
      { readonly live: string; readonly dead: string },
      { readonly live: string; readonly dead: string }
    ]
    readonly share: (
      centre: 0 | 1,
      neighbours: number,
      classes: { readonly live: number; readonly dead: number; readonly open: number }
    ) => string
  }
  readonly classes: {
    readonly title: (rule: string) => string
    readonly block: (centre: number) => string
    readonly cell: (centre: number, neighbours: number) => string
    readonly next: (state: number) => string
    readonly seen: (times: number) => string
    readonly confidence: (share: string) => string
    readonly states: readonly [dead: string, live: string]
    readonly nextDead: string
    readonly nextLive: (later: boolean) => string
    readonly confidenceBar: string
  }
  readonly undetermined: string
  readonly neverSeen: string
  readonly differs: string
  readonly families: {
    readonly title: string
    readonly note: (criterion: string) => string
    readonly chosen: string
    /** `deficit` is null for the best. */
    readonly evidence: (nats: string, deficit: string | null) => string
    readonly details: (seen: number, classes: number, contradicted: number) => string
  }
  readonly training: {
    readonly title: string
    readonly loss: string
    readonly accuracy: string
    readonly step: string
    readonly attempt: (attempt: number) => string
    readonly none: string
    readonly said: (steps: number, attempts: number, accuracy: string, loss: string) => string
  }
}

const state = (centre: number): string => ["Dead", "Live"][centre] ?? `State ${centre}`

/** The words of figures that are given none. */
export const englishRunWords: RunWords = {
  family: (_, title) => title,
  criterion: (criterion) => criterion,
  accuracy: (share) => `model accuracy ${share}`,
  readBy: (inferrer, evidence) =>
    `read by ${inferrer} from ${evidence === "both" ? "predictions and observations" : evidence}`,
  cellsIn: (cells, patterns, of) => `${counted(cells, "cell")} in ${patterns} of ${counted(of, "pattern")}`,
  determined: (determined, of) => `${determined} of ${of} classes determined`,
  unseen: (classes) => `${classes} never seen`,
  rarest: (name, cells) => `rarest ${name}: ${counted(cells, "cell")}`,
  range: (min, max) => [`between ${min}`, `and ${max}`],
  plainRange: (min, max) => `${min} to ${max}`,
  truth: {
    incomparable: (rule) => `stated rule ${rule} cannot be compared`,
    nothing: (rule) => `truth ${rule}: nothing to compare`,
    agree: (rule, classes, all) => {
      if (all) return `truth ${rule}: all ${classes} classes agree`
      return `truth ${rule}: ${classes === 1 ? "the one determined class agrees" : `the ${classes} determined classes agree`}`
    },
    differ: (rule, classes, names, more) =>
      `truth ${rule}: ${classes === 1 ? "1 class differs" : `${classes} classes differ`} (${names.join(", ")}${more ? ", …" : ""})`
  },
  counters: {
    title: (rule) => `Counters and thresholds of ${rule}`,
    panels: [
      ["Dead cells", "are they born?"],
      ["Live cells", "do they survive?"]
    ],
    cells: "cells",
    counted: { predictions: ["predicted dead", "predicted live"], observations: ["observed dead", "observed live"] },
    alpha: (summed) => `α: dead + live ${summed ? "of a class " : ""}must exceed it`,
    needed: "the bar must exceed it",
    mixed: "classes live / all",
    neighbours: "live neighbours",
    bar: (from, to, neighbours, count) =>
      `${from === 0 ? "dead" : "live"} → ${to === 0 ? "dead" : "live"}, ${counted(neighbours, "live neighbour")}: ${count}`,
    rows: { read: "read", truth: "truth" },
    shares: [
      { live: "born", dead: "not" },
      { live: "lives", dead: "dies" }
    ],
    share: (centre, neighbours, { dead, live, open }) => {
      const parts = [
        ...(live > 0 ? [`${counted(live, "class", "classes")} live`] : []),
        ...(dead > 0 ? [`${counted(dead, "class", "classes")} dead`] : []),
        ...(open > 0 ? [`${counted(open, "class", "classes")} undetermined`] : [])
      ]
      return `${centre === 0 ? "dead" : "live"} cell, ${counted(neighbours, "live neighbour")}: ${parts.join(", ")}`
    }
  },
  classes: {
    title: (rule) => `Classes of ${rule}`,
    block: (centre) => `${state(centre)} cells, by live neighbours`,
    cell: (centre, neighbours) => `${state(centre).toLowerCase()} cell, ${counted(neighbours, "live neighbour")}`,
    next: (next) => `next state ${next}`,
    seen: (times) => `seen ${counted(times, "time")}`,
    confidence: (share) => `confidence ${share}`,
    states: ["dead", "live"],
    nextDead: "next state dead",
    nextLive: (later) => (later ? "next state live or later" : "next state live"),
    confidenceBar: "confidence, from a guess to certainty"
  },
  undetermined: "undetermined",
  neverSeen: "never seen",
  differs: "differs from truth",
  families: {
    title: "Rule families by evidence",
    note: (criterion) => `chosen by: ${criterion} · bars: how far the log evidence lies below the best, logarithmic`,
    chosen: "chosen",
    evidence: (nats, deficit) =>
      `log evidence ${nats} nats${deficit === null ? ", the best" : `, ${deficit} below the best`}`,
    details: (seen, classes, contradicted) =>
      `${seen} of ${counted(classes, "class", "classes")} seen, ${counted(contradicted, "cell")} contradicted`
  },
  training: {
    title: "Training",
    loss: "Loss, nats per cell",
    accuracy: "Accuracy, share of cells",
    step: "step",
    attempt: (attempt) => `attempt ${attempt}`,
    none: "no step was reported",
    said: (steps, attempts, accuracy, loss) =>
      `${counted(steps, "step")} in ${counted(attempts, "attempt")} · accuracy ${accuracy} · loss ${loss}`
  }
}

import type { RunResult } from "@rulescope/automata"
import { type RunOptions, runResult } from "./runs.ts"

const mapRule = "MAPARYXfhZofugWaH7oaIDogBZofuhogOiAaIDogIAAgAAWaH7oaIDogGiA6ICAAIAAaIDogIAAgACAAIAAAAAAAA"

const options = {
  /** Every counter is there, the model is perfect: α = 0. */
  clean: { rule: "B36/S23", soups: 2 },
  /** Few cells: six classes are never seen. */
  sparse: { rule: "B36/S23", width: 24, generations: 6, soups: 1, density: 0.1 },
  /** The model is wrong on most of S2: α > 0, rare classes undetermined, S2 read wrong. */
  mistaken: { rule: "B36/S23", mistakes: { S2: 0.6, B2: 0.05, B6: 0.1, S4: 0.05, S5: 0.05 } },
  /** Low thresholds: → live and → dead compete at many counts. */
  competing: {
    rule: "B36/S23",
    mistakes: { B2: 0.15, B3: 0.15, B4: 0.15, B6: 0.2, S1: 0.2, S2: 0.2, S3: 0.1, S4: 0.1, S6: 0.2 },
    ratio: 0.05,
    beta: 2
  },
  isotropic: { rule: "B2-a/S12", width: 96 },
  isotropicSparse: {
    rule: "B2-a/S12",
    width: 16,
    generations: 4,
    soups: 1,
    density: 0.2,
    mistakes: { B2k: 1, S1c: 0.5 },
    ratio: 0
  },
  elementary: { rule: "W110", width: 200, generations: 60 },
  /** A rule string of 89 characters. */
  map: { rule: mapRule, soups: 1, width: 48 },
  /** Two of them, as the ends of a range. */
  mapRange: { rule: "B36/S23", family: "map", mistakes: { S1: 0.1, B0: 0.01, S5: 0.1, B3: 0.05 } },
  /** Read in a family that cannot hold the rule. */
  coarse: { rule: "B2-a/S12", family: "life-like" },
  /** An inferrer without thresholds, no truth. */
  plain: { rule: "B3/S23", withoutThresholds: true, truth: null },
  /** A world in which nothing lives. */
  empty: { rule: "B3/S23", density: 0, soups: 1 },
  /** A truth of another kind of world. */
  foreign: { rule: "B3/S23", truth: "W30" }
} satisfies Record<string, RunOptions>

export type CaseName = keyof typeof options
export const caseNames = Object.keys(options) as ReadonlyArray<CaseName>

const made = new Map<CaseName, RunResult>()

/** The result of a case, computed once. */
export const caseResult = (name: CaseName): RunResult => {
  const known = made.get(name)
  if (known !== undefined) return known
  const result = runResult(options[name])
  made.set(name, result)
  return result
}

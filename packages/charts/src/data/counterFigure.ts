import { type Family, type FamilyClass, type FamilyKind, familyIn } from "@rulescope/lattice"
import { type Headline, headlineOf } from "./headline.ts"
import { contradicts, type Truth, truthOf } from "./truth.ts"
import { type Needed, alphaOf, askedIn, neededOf } from "./needed.ts"
import type { Reading } from "./reading.ts"
import { englishRunWords, type RunWords } from "./runWords.ts"

/** How many classes of one neighbour count lead to state 1 (live), to any other state (dead), or are open. */
export interface Share {
  readonly dead: number
  readonly live: number
  readonly open: number
}

/** Two of the report's four counters, for one neighbour count. */
export interface CounterEntry {
  /** Live neighbours. */
  readonly live: number
  /** Cells counted → dead and → live, ≥ 0; summed over the classes of this count. */
  readonly toDead: number
  readonly toLive: number
  /** What has to be exceeded; nothing where several classes share the count, since it holds for each and not for the sum. */
  readonly needed: Needed
  /** What was read: one class in Life-like families, several in finer ones. */
  readonly read: Share
  /** What holds, if known. */
  readonly truth: Share | null
  /** Classes whose label contradicts the truth. */
  readonly wrong: number
}

/** The counters of all cells in one state. */
export interface CounterPanel {
  /** State of the cell itself at t: 0 dead (will it be born?), 1 live (will it survive?). */
  readonly centre: 0 | 1
  /** Cells that every class of this state has to exceed; null when nothing or not the same is asked of all of them. */
  readonly alpha: number | null
  /** Ascending by `live`, one for every count that the family knows. */
  readonly entries: ReadonlyArray<CounterEntry>
}

/** Figure 1 of the report: the four counters of one run against the thresholds, by neighbour count. */
export interface CounterFigure {
  readonly headline: Headline
  readonly words: RunWords
  /** What the counters count. */
  readonly counted: "predictions" | "observations"
  /** The family has several classes for one count: bars are sums, thresholds hold for each class. */
  readonly summed: boolean
  readonly panels: readonly [dead: CounterPanel, live: CounterPanel]
}

const shareOf = (states: ReadonlyArray<number | null>): Share => ({
  dead: states.filter((state) => state !== null && state !== 1).length,
  live: states.filter((state) => state === 1).length,
  open: states.filter((state) => state === null).length
})

const countsOf = (classes: ReadonlyArray<FamilyClass>): ReadonlyArray<number> =>
  [...new Set(classes.map(({ live }) => live))].sort((a, b) => a - b)

/** Truth at one count, by the classes of the truth's own family, which may be finer than those found. */
const truthShare = ({ rule }: Truth, centre: number, live: number): Share =>
  shareOf(
    rule.family.classes.flatMap((c, index) => (c.centre === centre && c.live === live ? [rule.labels[index]!] : []))
  )

const countedIn = ({ estimate }: Reading): CounterFigure["counted"] =>
  estimate.used.evidence === "observations" ? "observations" : "predictions"

const panel = (result: Reading, family: Family, truth: Truth | null, centre: 0 | 1): CounterPanel => {
  const { estimate, evidence } = result
  const counted = countedIn(result)
  const table = counted === "observations" ? evidence.observed : evidence.predicted
  const members = family.classes.map((c, index) => ({ ...c, index })).filter((c) => c.centre === centre)
  const entries = countsOf(members).map((live): CounterEntry => {
    const here = members.filter((c) => c.live === live)
    const toLive = here.reduce((sum, { index }) => sum + table[index]![1]!, 0)
    const total = here.reduce((sum, { index }) => sum + table[index]!.reduce((all, count) => all + count, 0), 0)
    const labels = here.map(({ index }) => estimate.classes[index]!.label)
    const counts = { toDead: total - toLive, toLive }
    return {
      live,
      ...counts,
      needed:
        here.length > 1 ? { dead: null, live: null } : neededOf(askedIn(estimate.classes[here[0]!.index]!, counted)),
      read: shareOf(labels),
      truth: truth === null ? null : truthShare(truth, centre, live),
      wrong: here.filter(({ index }, i) => contradicts(truth, index, labels[i]!)).length
    }
  })
  const alpha = alphaOf(members.map(({ index }) => askedIn(estimate.classes[index]!, counted)))
  return { centre, alpha, entries }
}

/**
 * The counters of a run as data. An unknown family is a defect and throws.
 *
 * With more than two states, live is state 1 and dead every other next state, so that a dying cell counts as not
 * surviving; cells that are dying already stand in neither panel. `classFigure` shows their classes too.
 */
export const counterFigure = (
  result: Reading,
  families: ReadonlyArray<FamilyKind>,
  words: RunWords = englishRunWords
): CounterFigure => {
  const family = familyIn(families, result.estimate.family, result.estimate.variant)
  if (family === null) throw new Error(`no family is called "${result.estimate.family}"`)
  const truth = truthOf(families, result, family)
  const panels = [panel(result, family, truth, 0), panel(result, family, truth, 1)] as const
  return {
    headline: headlineOf(result, family, truth, words),
    words,
    counted: countedIn(result),
    summed: panels.some(({ entries }) => entries.some(({ read }) => read.dead + read.live + read.open > 1)),
    panels
  }
}

import { type Analysis, type InvalidStudy, prepareAnalysis } from "@rulescope/study"
import { type Labels, labelsOf } from "@rulescope/study-report"
import { Effect } from "effect"
import { type StudySource, Unreadable } from "../source/StudySource.ts"

/** A study that is looked at: its rows as they were last read, set out for analysis. */
export interface OpenStudy {
  readonly source: StudySource
  /** The state of the source when it was read; what has another one by now has other rows. */
  readonly state: string | undefined
  readonly all: Analysis
  /** How values of axes are written. */
  readonly labels: Labels
}

/** Reads a source, again or for the first time. */
export const readSource = async (source: StudySource): Promise<OpenStudy> => {
  // Asked for before the rows: what ends in between is read once more, not missed.
  const state = await source.state?.()
  const { rows, study } = await source.read()
  const refuse = ({ problem }: InvalidStudy) => new Unreadable("rows", source.name, problem.reason)
  const all = await Effect.runPromise(prepareAnalysis(study, rows).pipe(Effect.mapError(refuse)))
  return { source, state, all, labels: labelsOf(all) }
}

/** The same study with other rows, and with other baselines where `base` names a value of an axis. */
export const analyse = (
  { all }: OpenStudy,
  rows: Analysis["rows"],
  base: Readonly<Record<string, string>>
): Analysis => {
  const part = rows === all.rows ? all : Effect.runSync(prepareAnalysis(all.study, rows))
  const axes = part.axes.map((axis) => {
    const wanted = base[axis.label]
    const baseline = wanted === undefined ? axis.baseline : (axis.values.find((one) => String(one) === wanted) ?? null)
    return { ...axis, baseline }
  })
  // Resamples of the whole study serve any part of it: they depend on the number of seeds alone.
  return { ...part, axes, draws: all.draws }
}

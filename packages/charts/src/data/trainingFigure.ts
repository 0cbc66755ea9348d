import type { RunEvent } from "@rulescope/automata"
import { englishRunWords, type RunWords } from "./runWords.ts"

/** The model after one step. */
export interface TrainingPoint {
  /** Steps over all attempts, ascending: the axis of the curve. */
  readonly step: number
  readonly attempt: number
  /** Weighted cross-entropy per cell in nats, ≥ 0. */
  readonly loss: number
  /** Fraction of cells predicted, 0 to 1. */
  readonly accuracy: number
}

/** Loss and accuracy of a training by step. */
export interface TrainingFigure {
  /** One list per attempt; a stalled attempt is followed by the next. */
  readonly attempts: ReadonlyArray<ReadonlyArray<TrainingPoint>>
  readonly words: RunWords
}

type Progress = Extract<RunEvent, { readonly _tag: "TrainingProgressed" }>

/** The training curve from the events of a run, other events ignored; each attempt goes on where the last ended. */
export const trainingFigure = (events: ReadonlyArray<RunEvent>, words: RunWords = englishRunWords): TrainingFigure => {
  const attempts: Array<Array<TrainingPoint>> = []
  let before = 0
  for (const { accuracy, attempt, loss, step } of events.filter(
    (e): e is Progress => e._tag === "TrainingProgressed"
  )) {
    const current = attempts.at(-1)
    if (current?.at(-1)?.attempt === attempt) current.push({ step: before + step, attempt, loss, accuracy })
    else {
      before = current?.at(-1)?.step ?? 0
      attempts.push([{ step: before + step, attempt, loss, accuracy }])
    }
  }
  return { attempts, words }
}

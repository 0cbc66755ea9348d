import type { Exam, Verdict } from "@rulescope/flow"
import { aspectsOf } from "./checks.ts"
import { lookAt } from "./Looked.ts"
import { replayChecks, replayOf } from "./replay.ts"
import { completenessCheck, completenessOf, scoreCheck, scoreOf } from "./score.ts"
import { statusOf } from "./status.ts"

/** Tests the printed law on the recordings whole, and the one that was read without their last parts on those. */
export const examine = (
  { bound, replays }: { readonly bound: number; readonly replays: number },
  exam: Exam
): Verdict => {
  const whole = lookAt(exam.printed, exam.whole, exam)
  const heldOut = lookAt(exam.proved, exam.heldOut, exam)
  const aspects = whole.flatMap((looked) => aspectsOf(looked, exam.library, bound))
  const score = scoreOf(heldOut)
  const completeness = completenessOf(exam, heldOut)
  const replayed = replayOf(exam, heldOut, replays)
  const checks = [
    ...aspects.flatMap((aspect) => aspect.checks),
    ...(score === null ? [] : [scoreCheck(score, bound)]),
    ...(completeness === null ? [] : [completenessCheck(completeness)]),
    ...(replayed === undefined
      ? [
          {
            name: "replay",
            part: "held-out" as const,
            score: Number.MAX_VALUE,
            bound,
            passed: false,
            because: "a recording made with the law leaves all bounds"
          }
        ]
      : replayChecks(replayed, bound))
  ]
  const steps = heldOut.reduce((sum, { innovations }) => sum + innovations.steps, 0)
  return {
    ...statusOf(exam, checks, steps),
    score,
    steps,
    checks,
    replay: replayed ?? [],
    pit: aspects.map(({ coordinate, pit }) => ({ coordinate, shares: Array.from(pit.shares) })),
    autocorrelation: aspects.map(({ coordinate, lags }) => ({ coordinate, lags })),
    completeness
  }
}

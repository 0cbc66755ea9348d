import type { RunResult } from "@rulescope/automata"
import { Notice, useTexts } from "@rulescope/ui"
import type { ReactNode } from "react"
import { texts } from "../texts/texts.ts"

interface VerdictNoticeProps {
  readonly part: "training" | "heldOut"
  readonly verdict: RunResult["verdicts"]["heldOut"]
  readonly actions?: ReactNode
}

const kinds = { confirmed: "good", refuted: "bad", inconclusive: "open" } as const

/** A verdict in words. */
export const VerdictNotice = ({ actions, part, verdict }: VerdictNoticeProps) => {
  const say = useTexts(texts)
  const { contradicted, decided, exactTransitions, replay, status, transitions, undecided } = verdict
  return (
    <Notice kind={kinds[status]} title={say.verdict[part][status]} actions={actions}>
      <p>
        {[
          say.verdict.cells(decided - contradicted, decided),
          say.verdict.transitions(exactTransitions, transitions),
          ...(undecided > 0 ? [say.verdict.undecided(undecided)] : [])
        ].join(say.verdict.between)}
      </p>
      {replay !== null && <p>{say.verdict.replay(replay.exact, replay.recorded)}</p>}
    </Notice>
  )
}

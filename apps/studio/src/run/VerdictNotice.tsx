import { judgementOf, type RunResult } from "@rulescope/automata"
import { Notice, useTexts } from "@rulescope/ui"
import type { ReactNode } from "react"
import { texts } from "../texts/texts.ts"

interface VerdictNoticeProps {
  readonly result: RunResult
  readonly actions?: ReactNode
}

const kinds = { confirmed: "good", refuted: "bad", inconclusive: "open", unproved: "open" } as const

const lawOf = ({ range, rule }: RunResult["estimate"]): string => rule ?? `${range.min} … ${range.max}`

/** The one verdict in words, and how the law fares on the frames kept apart. */
export const VerdictNotice = ({ actions, result }: VerdictNoticeProps) => {
  const say = useTexts(texts)
  const { rival, status } = judgementOf(result)
  const { estimate, tested } = result
  const { contradicted, decided, exactTransitions, replay, transitions, undecided } = result.verdicts.heldOut
  return (
    <Notice kind={kinds[status]} title={say.verdict.word[status]} actions={actions}>
      {rival !== null && <p>{say.verdict.rivals[rival.kind]}</p>}
      {transitions > 0 && (
        <p>
          {[
            say.verdict.cells(decided - contradicted, decided),
            say.verdict.transitions(exactTransitions, transitions),
            ...(undecided > 0 ? [say.verdict.undecided(undecided)] : [])
          ].join(say.verdict.between)}
        </p>
      )}
      {replay !== null && <p>{say.verdict.replay(replay.exact, replay.recorded)}</p>}
      {tested !== undefined && lawOf(tested) !== lawOf(estimate) && <p>{say.verdict.tested(lawOf(tested))}</p>}
    </Notice>
  )
}

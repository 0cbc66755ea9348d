import type { RunDetail } from "@rulescope/automata"
import type { StudyRow } from "@rulescope/study"
import { Notice, useTexts } from "@rulescope/ui"
import { texts } from "../texts/texts.ts"

interface VerdictProps {
  readonly row: StudyRow
  /** Null where the study asked for no proof, undefined where it is not known. */
  readonly verdict: RunDetail["verdict"] | undefined
}

const kinds = { confirmed: "good", refuted: "bad", inconclusive: "open", unproved: "open" } as const

/** The rule read, how it compares with the true one, and what the proof on held-out frames came to. */
export const Verdict = ({ row, verdict }: VerdictProps) => {
  const say = useTexts(texts).run
  const { undetermined = null, wrong = null } = row.metrics
  const exact = row.metrics["ruleExact"] ?? null
  const status = verdict ? (verdict.judgement?.status ?? verdict.status) : "inconclusive"
  const kind = verdict ? kinds[status] : exact === null ? "info" : exact === 1 ? "good" : wrong ? "bad" : "open"
  return (
    <Notice kind={kind} title={<span className="rs-rule">{row.rule ?? say.open(undetermined)}</span>}>
      {row.truth !== null && (
        <p>
          {say.truth} <span className="rs-rule">{row.truth}</span>
          {exact !== null && `${say.colon}${exact === 1 ? say.exact : say.notExact(wrong, undetermined)}`}
        </p>
      )}
      {verdict === null && <p>{say.noVerdict}</p>}
      {verdict && <p>{say.verdict[status](verdict.decided, verdict.contradicted)}</p>}
    </Notice>
  )
}

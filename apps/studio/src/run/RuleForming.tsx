import type { RunResult } from "@rulescope/automata"
import { word } from "@rulescope/core"
import { Said, useTexts } from "@rulescope/ui"
import { texts } from "../texts/texts.ts"

interface RuleFormingProps {
  readonly reading: Pick<RunResult, "estimate">
  /** The inferrer has spoken; before, the string says what the network predicts so far. */
  readonly settled: boolean
}

/** A long rule string with places to break it. */
const breakable = (rule: string): string => rule.replaceAll(/(.{8})/g, "$1\u200b")

/** The rule string as it forms. */
export const RuleForming = ({ reading, settled }: RuleFormingProps) => {
  const say = useTexts(texts)
  const { classes, equivalent, range, rule } = reading.estimate
  const open = classes.filter(({ label }) => label === null).length
  return (
    <div className="rule-forming" aria-live={settled ? "polite" : "off"}>
      <p className="rs-hint">{settled ? say.run.rule : say.run.ruleSoFar}</p>
      <p className={settled ? "rule-string" : "rule-string rule-string-forming"} data-testid="rule">
        {rule !== null ? breakable(rule) : `${breakable(range.min)} … ${breakable(range.max)}`}
      </p>
      {open > 0 && <p>{say.run.open(open, classes.length, range.rules)}</p>}
      {settled &&
        equivalent.map(({ rule: other, when }) => (
          <p key={other} className="rs-hint">
            {say.run.sameWhen} <code>{breakable(other)}</code> (<Said>{word(when)}</Said>)
          </p>
        ))}
    </div>
  )
}

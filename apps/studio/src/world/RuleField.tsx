import { explain, formatRule, parseRule } from "@rulescope/automata"
import { Field, TextInput, useTexts } from "@rulescope/ui"
import { useId } from "react"
import { texts } from "../texts/texts.ts"
import { knownRules } from "./knownRules.ts"

interface RuleFieldProps {
  readonly value: string
  readonly onChange: (rule: string) => void
}

/** A rule string, judged by the notation itself while it is typed. */
export const RuleField = ({ onChange, value }: RuleFieldProps) => {
  const say = useTexts(texts)
  const list = useId()
  const read = parseRule(value)
  const name = read.ok ? knownRules.find(([rule]) => rule === formatRule(read.value))?.[1] : undefined
  return (
    <Field
      label={say.world.rule}
      hint={
        read.ok ? (
          <>
            <code>{formatRule(read.value)}</code>
            {name === undefined ? "" : ` · ${name}`} · {read.value.family.title}
          </>
        ) : (
          say.world.ruleHint
        )
      }
      error={read.ok ? undefined : explain(read.error).split("\n")[0]}
    >
      {(control) => (
        <>
          <TextInput {...control} className="rs-rule" value={value} onChange={onChange} list={list} />
          <datalist id={list}>
            {knownRules.map(([rule, known]) => (
              <option key={rule} value={rule} label={`${rule} · ${known}`} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

import { word } from "@rulescope/core"
import { explain, formatRule, readRule } from "@rulescope/lattice"
import { Field, Said, TextInput, useLanguage, useTexts } from "@rulescope/ui"
import { useId } from "react"
import { useFamilyTitle } from "../texts/fieldTexts.ts"
import { texts } from "../texts/texts.ts"
import { knownRules } from "./knownRules.ts"
import { families } from "@rulescope/preset"

interface RuleFieldProps {
  readonly value: string
  readonly onChange: (rule: string) => void
}

/** A rule string, judged by the notation itself while it is typed. */
export const RuleField = ({ onChange, value }: RuleFieldProps) => {
  const say = useTexts(texts)
  const list = useId()
  const read = readRule(families, value)
  const { language } = useLanguage()
  const familyTitle = useFamilyTitle()
  const nameOf = ([, en, zh]: (typeof knownRules)[number]): string => (language === "zh" ? zh : en)
  const known = read.ok ? knownRules.find(([rule]) => rule === formatRule(read.value)) : undefined
  return (
    <Field
      label={say.world.rule}
      hint={
        read.ok ? (
          <>
            <code>{formatRule(read.value)}</code>
            {known === undefined ? "" : ` · ${nameOf(known)}`} · {familyTitle(read.value.family)}
          </>
        ) : (
          say.world.ruleHint
        )
      }
      error={read.ok ? undefined : <Said>{word(explain(read.error).split("\n")[0]!)}</Said>}
    >
      {(control) => (
        <>
          <TextInput {...control} className="rs-rule" value={value} onChange={onChange} list={list} />
          <datalist id={list}>
            {knownRules.map((one) => (
              <option key={one[0]} value={one[0]} label={`${one[0]} · ${nameOf(one)}`} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

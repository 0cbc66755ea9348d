import { word } from "@rulescope/core"
import { explain, formatRule, readRule } from "@rulescope/lattice"
import { Field, Said, TextInput, useTexts } from "@rulescope/ui"
import { useId } from "react"
import { useFamilyTitle } from "../texts/fieldTexts.ts"
import { texts } from "../texts/texts.ts"
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
  const familyTitle = useFamilyTitle()
  const known: Readonly<Record<string, string>> = say.world.known
  const name = read.ok ? known[formatRule(read.value)] : undefined
  return (
    <Field
      label={say.world.rule}
      hint={
        read.ok ? (
          <>
            <code>{formatRule(read.value)}</code>
            {name === undefined ? "" : ` · ${name}`} · {familyTitle(read.value.family)}
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
            {Object.entries(known).map(([rule, called]) => (
              <option key={rule} value={rule} label={`${rule} · ${called}`} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

import { Checkbox, useTexts } from "@rulescope/ui"
import { useEffect, useRef } from "react"
import type { Column } from "../rows/columns.ts"
import { texts } from "../texts/texts.ts"
import type { ColumnText } from "./columnText.ts"

interface ColumnChoiceProps {
  readonly columns: ReadonlyArray<Column>
  readonly text: ColumnText
  /** Columns that are left out, by id. */
  readonly without: ReadonlyArray<string>
  readonly onChange: (without: ReadonlyArray<string>) => void
}

/** Which columns the table has. That of the run's number stays: it leads to the run. */
export const ColumnChoice = ({ columns, onChange, text, without }: ColumnChoiceProps) => {
  const say = useTexts(texts).table
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event): void => {
      const { current } = box
      if (current === null || !current.open) return
      const isEscape = event instanceof KeyboardEvent && event.key === "Escape"
      if (!isEscape && (event.type === "keydown" || current.contains(event.target as Node))) return
      current.open = false
      if (isEscape) current.querySelector("summary")!.focus()
    }
    for (const type of ["pointerdown", "keydown"]) addEventListener(type, close)
    return () => {
      for (const type of ["pointerdown", "keydown"]) removeEventListener(type, close)
    }
  }, [])
  const choice = columns.filter(({ kind }) => kind !== "run")
  const hidden = choice.filter(({ id }) => without.includes(id)).length
  return (
    <details className="column-choice" ref={box}>
      <summary>{say.columns(choice.length - hidden, choice.length)}</summary>
      <fieldset className="column-list">
        <legend className="rs-hidden">{say.columnsShown}</legend>
        {choice.map((column) => (
          <Checkbox
            key={column.id}
            checked={!without.includes(column.id)}
            onChange={(shown) => onChange(shown ? without.filter((id) => id !== column.id) : [...without, column.id])}
          >
            {text.heading(column)}
          </Checkbox>
        ))}
      </fieldset>
    </details>
  )
}

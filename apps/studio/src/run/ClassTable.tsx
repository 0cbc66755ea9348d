import { classIndex, familyIn, readRule, ruleTable } from "@rulescope/lattice"
import { type RunResult, whyOpenSentence } from "@rulescope/automata"
import { Button, type Column, Said, Table, useTexts } from "@rulescope/ui"
import { useState } from "react"
import { texts } from "../texts/texts.ts"
import { families } from "@rulescope/preset"

interface ClassTableProps {
  readonly reading: Pick<RunResult, "estimate">
  /** Rule that the recording states, to compare with. */
  readonly truth: string | null
}

type Row = RunResult["estimate"]["classes"][number] & { readonly wrong: boolean }

/** Most rows before the rest has to be asked for. */
const first = 36

/** Whether a class's label contradicts a stated rule at some pattern of the class. */
const contradictions = (estimate: RunResult["estimate"], truth: string | null): ReadonlySet<string> => {
  const family = familyIn(families, estimate.family, estimate.variant)
  const read = truth === null ? null : readRule(families, truth)
  if (family?.partition == null || read?.ok !== true) return new Set()
  const { family: own } = read.value
  if (own.partition === null || own.neighbourhood.id !== family.neighbourhood.id) return new Set()
  const wrong = new Set<string>()
  for (const [pattern, next] of ruleTable(read.value).entries()) {
    const { class: name, label } = estimate.classes[family.partition[pattern]!]!
    if (label !== null && label !== next && classIndex(family, name) >= 0) wrong.add(name)
  }
  return wrong
}

const percent = (p: number): string => (p > 0.9999 ? "> 99.99 %" : `${(Math.floor(p * 1000 + 1e-6) / 10).toFixed(1)} %`)

/** Of a class without a label: the probability of each, and why there is none. */
const Open = ({ row, state }: { readonly row: Row; readonly state: (label: number) => string }) => (
  <>
    {row.posterior.map((p, label) => `${state(label)} ${percent(p)}`).join(" · ")}
    {row.open !== undefined && (
      <>
        <br />
        <Said>{whyOpenSentence(row.open)}</Said>
      </>
    )}
  </>
)

/** Every class with its label, how often it was seen and how sure the label is. */
export const ClassTable = ({ reading, truth }: ClassTableProps) => {
  const say = useTexts(texts)
  const [all, setAll] = useState(false)
  const { estimate } = reading
  const wrong = contradictions(estimate, truth)
  const rows = estimate.classes.map((one): Row => ({ ...one, wrong: wrong.has(one.class) }))
  const state = (label: number | null) =>
    label === null ? say.run.undetermined : label === 0 ? say.run.dead : label === 1 ? say.run.live : String(label)
  const columns: ReadonlyArray<Column<Row>> = [
    { id: "class", heading: say.run.columns.class, cell: (row) => <code>{row.class}</code> },
    {
      id: "label",
      heading: say.run.columns.label,
      cell: (row) => (
        <span className={row.label === null ? "label label-open" : `label label-${Math.min(row.label, 1)}`}>
          {state(row.label)}
          {row.wrong && <strong> ✗ {say.run.differs}</strong>}
        </span>
      )
    },
    {
      id: "support",
      heading: say.run.columns.support,
      align: "end",
      cell: (row) => row.support.toLocaleString("en")
    },
    {
      id: "confidence",
      heading: say.run.columns.confidence,
      align: "end",
      cell: (row) => (row.label === null ? <Open row={row} state={state} /> : percent(row.confidence))
    }
  ]
  return (
    <div className="studio-stack">
      <Table
        caption={say.run.classes}
        columns={columns}
        rows={all ? rows : rows.slice(0, first)}
        rowKey={(row) => row.class}
      />
      {rows.length > first && (
        <div className="rs-row">
          <Button onClick={() => setAll(!all)}>{all ? say.run.fewer : say.run.allClasses(rows.length)}</Button>
        </div>
      )}
    </div>
  )
}

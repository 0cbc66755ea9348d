import type { RunDetail } from "@rulescope/automata"
import { type Column, Table, useTexts } from "@rulescope/ui"
import { texts } from "../texts/texts.ts"

interface ClassRow {
  readonly name: string
  readonly label: number | null
  readonly confidence: number
  readonly posterior: ReadonlyArray<number>
  readonly observed: ReadonlyArray<number>
  readonly predicted: ReadonlyArray<number>
}

const grouped = (count: number): string => String(Math.round(count)).replaceAll(/\B(?=(\d{3})+$)/g, ",")

const percent = (p: number): string => `${(100 * p).toFixed(p > 0.9995 ? 3 : 1)} %`

/** Every class with what was observed, what the model predicts and what was read. */
export const ClassTable = ({ detail: { estimate, evidence } }: { readonly detail: RunDetail }) => {
  const say = useTexts(texts).run.classes
  const rows = estimate.classes.map(({ class: name, confidence, label, posterior }, c): ClassRow => ({
    name,
    label,
    confidence,
    posterior,
    observed: evidence.observed[c]!,
    predicted: evidence.predicted[c]!
  }))
  const counts = (of: "observed" | "predicted"): ReadonlyArray<Column<ClassRow>> =>
    (rows[0]?.observed ?? []).map((_, state) => ({
      id: `${of} ${state}`,
      heading: say[of](state),
      align: "end",
      cell: (row) => grouped(row[of][state]!)
    }))
  return (
    <details className="class-table">
      <summary>{say.title(rows.length)}</summary>
      <Table
        caption={say.title(rows.length)}
        rowKey={({ name }) => name}
        rows={rows}
        columns={[
          { id: "class", heading: say.name, cell: ({ name }) => <code>{name}</code> },
          ...counts("observed"),
          ...counts("predicted"),
          { id: "label", heading: say.label, cell: ({ label }) => (label === null ? say.open : say.state(label)) },
          {
            id: "confidence",
            heading: say.confidence,
            align: "end",
            cell: ({ confidence, label, posterior }) =>
              label === null
                ? posterior.map((p, state) => `${say.state(state)} ${percent(p)}`).join(" · ")
                : percent(confidence)
          }
        ]}
      />
    </details>
  )
}

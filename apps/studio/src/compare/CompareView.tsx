import { familyIn } from "@rulescope/lattice"
import { counterFigure, counterFigureSvg } from "@rulescope/charts"
import { judgementOf, type RunResult } from "@rulescope/automata"
import { type Column, Empty, Field, Figure, Panel, Select, Table, useTexts, useTheme } from "@rulescope/ui"
import { useState } from "react"
import { useStudio } from "../state/StudioProvider.tsx"
import { useConfigText, useFamilyTitle } from "../texts/fieldTexts.ts"
import { figureTexts, texts } from "../texts/texts.ts"
import { families } from "@rulescope/preset"

interface Row {
  readonly name: string
  readonly a: string
  readonly b: string
}

const percent = (share: number): string => `${(100 * share).toFixed(3)} %`

/** Two finished runs side by side, what differs marked. */
export const CompareView = () => {
  const say = useTexts(texts)
  const figureWords = useTexts(figureTexts)
  const { shown: theme } = useTheme()
  const { state } = useStudio()
  const configText = useConfigText()
  const familyTitle = useFamilyTitle()
  const finished = state.runs.flatMap((run) =>
    run.state.result === null ? [] : [{ ...run, result: run.state.result }]
  )
  const [first, setFirst] = useState<string>()
  const [second, setSecond] = useState<string>()
  if (finished.length < 2) {
    return (
      <Empty title={say.compare.empty}>
        <p>{say.compare.emptyHint}</p>
      </Empty>
    )
  }
  const find = (id: string | undefined, other: number) =>
    finished.find((run) => String(run.id) === id) ?? finished.at(other)!
  const a = find(first, -2)
  const b = find(second, -1)
  const describe = (result: RunResult): ReadonlyArray<readonly [string, string]> => [
    [say.run.rule, result.estimate.rule ?? `${result.estimate.range.min} … ${result.estimate.range.max}`],
    [say.pipeline.stages.backbone, result.spec.backbone.id],
    [say.compare.config(say.pipeline.stages.backbone), configText("backbone", result.spec.backbone)],
    [say.pipeline.stages.inferrer, result.spec.inferrer.id],
    [say.compare.config(say.pipeline.stages.inferrer), configText("inferrer", result.spec.inferrer)],
    [say.pipeline.stages.augmenters, result.spec.augmenters.map(({ id }) => id).join(", ") || say.pipeline.none],
    [say.pipeline.family, familyTitle(familyIn(families, result.family.id, result.family.variant)!)],
    [say.compare.seed, String(result.spec.seed)],
    [say.run.seen, say.run.seenValue(result.census.cells, result.census.patterns, result.census.of)],
    [say.compare.steps, `${result.model.info.steps} / ${result.model.info.attempts}`],
    [say.run.accuracy, percent(result.evidence.accuracy)],
    [say.compare.heldOut, say.verdict.short[judgementOf(result).status]],
    [say.compare.heldOutAccuracy, percent(result.verdicts.heldOut.accuracy)],
    [say.compare.replay, result.verdicts.heldOut.replay === null ? "–" : String(result.verdicts.heldOut.replay.exact)]
  ]
  const others = describe(b.result)
  const rows = describe(a.result).map(([name, value], i): Row => ({ name, a: value, b: others[i]![1] }))
  const classes = new Map(b.result.estimate.classes.map((one) => [one.class, one.label]))
  const label = (value: number | null | undefined) =>
    value === undefined
      ? "–"
      : value === null
        ? say.run.undetermined
        : value === 1
          ? say.run.live
          : value === 0
            ? say.run.dead
            : String(value)
  const differing = a.result.estimate.classes.flatMap((one): ReadonlyArray<Row> => {
    const other = classes.get(one.class)
    return other === one.label ? [] : [{ name: one.class, a: label(one.label), b: label(other) }]
  })
  const cell = (side: "a" | "b") => (row: Row) =>
    row.a === row.b ? row[side] : <strong className="compare-differs">{row[side]}</strong>
  const columns = (heading: string): ReadonlyArray<Column<Row>> => [
    { id: "name", heading, cell: (row) => row.name },
    { id: "a", heading: `A · ${a.name}`, cell: cell("a") },
    { id: "b", heading: `B · ${b.name}`, cell: cell("b") }
  ]
  const options = finished.map((run) => ({ value: String(run.id), label: run.name }))
  return (
    <div className="studio-stack">
      <div className="compare-choice">
        <Field label="A">
          {(control) => <Select {...control} value={String(a.id)} options={options} onChange={setFirst} />}
        </Field>
        <Field label="B">
          {(control) => <Select {...control} value={String(b.id)} options={options} onChange={setSecond} />}
        </Field>
      </div>
      <Panel title={say.compare.title}>
        <div className="compare-table">
          <Table
            caption={say.compare.title}
            columns={columns(say.compare.what)}
            rows={rows}
            rowKey={(row) => row.name}
          />
        </div>
      </Panel>
      <Panel title={say.compare.classes}>
        <Table
          caption={say.compare.classes}
          columns={columns(say.run.columns.class)}
          rows={differing}
          rowKey={(row) => row.name}
          empty={say.compare.sameLabels}
        />
      </Panel>
      {[a, b].map((run, i) => (
        <Panel key={run.id} title={`${"AB"[i]!} · ${run.name}`}>
          <Figure svg={counterFigureSvg(counterFigure(run.result, families, figureWords), { theme })} />
        </Panel>
      ))}
    </div>
  )
}

import { Button, type Column, Panel, Table, TextInput, useTexts } from "@rulescope/ui"
import { useStudio } from "../state/StudioProvider.tsx"
import { texts } from "../texts/texts.ts"
import type { KeptRun } from "./database.ts"

const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** The runs that this browser keeps, to open, name and delete; nothing where there are none. */
export const KeptRuns = () => {
  const say = useTexts(texts).kept
  const { kept } = useStudio()
  if (kept.list.length === 0) return null
  const columns: ReadonlyArray<Column<KeptRun>> = [
    {
      id: "name",
      heading: say.name,
      cell: (run) => (
        <TextInput
          aria-label={say.nameOf(run.rule)}
          value={run.name}
          onChange={(name) => kept.rename(run, name)}
          maxLength={200}
        />
      )
    },
    { id: "rule", heading: say.rule, cell: ({ rule }) => <code className="kept-rule">{rule}</code> },
    { id: "size", heading: say.size, align: "end", cell: ({ bytes }) => sizeText(bytes) },
    {
      id: "do",
      heading: <span className="rs-hidden">{say.actions}</span>,
      cell: (run) => (
        <div className="rs-row kept-actions">
          <Button aria-label={say.openOf(run.name)} onClick={() => kept.open(run)}>
            {say.open}
          </Button>
          <Button kind="quiet" aria-label={say.deleteOf(run.name)} onClick={() => kept.remove(run)}>
            {say.delete}
          </Button>
        </div>
      )
    }
  ]
  return (
    <Panel title={say.title}>
      <p className="rs-hint studio-lead">{say.hint}</p>
      <Table caption={say.title} columns={columns} rows={kept.list.toReversed()} rowKey={({ key }) => String(key)} />
    </Panel>
  )
}

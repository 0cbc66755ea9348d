import type { StudyTable } from "./lines.ts"

type Cell = string | number | boolean | null

/** One column of a flat table, top to bottom. */
export interface Column {
  readonly name: string
  readonly values: ReadonlyArray<Cell>
}

/** A table with a column for every axis (`axis.<label>`) and every metric; what a run does not have is null. */
export const columnsOf = ({ rows }: StudyTable): ReadonlyArray<Column> => {
  const column = (name: string, value: (row: StudyTable["rows"][number]) => Cell | undefined): Column => ({
    name,
    values: rows.map((row) => value(row) ?? null)
  })
  const names = (of: (row: StudyTable["rows"][number]) => object) => [
    ...new Set(rows.flatMap((row) => Object.keys(of(row))))
  ]
  return [
    column("run", ({ run }) => run),
    ...names(({ point }) => point).map((label) => column(`axis.${label}`, ({ point }) => point[label])),
    column("seed", ({ seed }) => seed),
    column("status", ({ status }) => status),
    column("rule", ({ rule }) => rule),
    column("truth", ({ truth }) => truth),
    ...names(({ metrics }) => metrics).map((name) => column(name, ({ metrics }) => metrics[name])),
    column("error", ({ error }) => error?.tag),
    column("message", ({ error }) => error?.message),
    column("group", ({ group }) => group),
    column("key", ({ key }) => key),
    column("versions", ({ versions }) => JSON.stringify(versions)),
    column("command", ({ command }) => command),
    column("finished", ({ finished }) => finished)
  ]
}

import { StudyRow, StudyStore } from "@rulescope/study"
import { openToRead, SqliteStore } from "@rulescope/study/node"
import { RunDetail } from "@rulescope/automata"
import { Effect, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { resolve } from "node:path"
import { reportText } from "../../display/Report.ts"
import { figure } from "../../display/Table.ts"
import { optionsOf, red } from "../../display/Terminal.ts"
import { BadInput } from "../../Exit.ts"
import { print } from "../flags.ts"
import { studyFolder } from "./flags.ts"

const decodeDetail = Schema.decodeUnknownSync(RunDetail)

const rowLines = (row: StudyRow): ReadonlyArray<string> => {
  const options = optionsOf(process.stdout)
  const known = Object.entries(row.metrics).filter((entry): entry is [string, number] => entry[1] !== null)
  const at = Object.entries(row.point).map(([axis, value]) => `${axis} ${value}`)
  return [
    "",
    `  run       ${row.run}, ${[...at, `seed ${row.seed}`].join(", ")}`,
    ...(row.error === null ? [] : [`  ${red("failed", options)}    ${row.error.message}`]),
    `  metrics   ${known.map(([name, value]) => `${name} ${figure(value)}`).join(", ")}`,
    `  again     ${row.command}`
  ]
}

export const show = Command.make(
  "show",
  {
    dir: studyFolder,
    run: Argument.String("run").pipe(Argument.withDescription("Number of the run, or the start of its key")),
    json: Flag.Boolean("json").pipe(Flag.withDescription("Print one JSON document"), Flag.withDefault(false))
  },
  Effect.fn("study show")(function* ({ dir, json, run }) {
    const { database } = yield* openToRead(resolve(dir))
    const store = yield* StudyStore.pipe(Effect.provide(SqliteStore.layer(database)))
    const rows = yield* store.rows
    const isNumber = /^\d{1,9}$/.test(run)
    const row = rows.find((one) => (isNumber ? one.run === Number(run) : one.key.startsWith(run)))
    if (row === undefined) {
      const numbers = rows.length === 0 ? "it has no runs yet" : `its runs are 0 to ${rows.at(-1)!.run}`
      return yield* new BadInput({ reason: `${dir} has no run ${run}`, remedy: numbers })
    }
    const kept = yield* store.detail(row.key)
    const detail = kept === null ? null : decodeDetail(kept)
    if (json) return yield* print(JSON.stringify({ row, detail }))
    const told =
      detail === null
        ? []
        : [
            reportText(
              {
                census: detail.data.census,
                evidence: detail.evidence,
                estimate: detail.estimate,
                truth: row.truth,
                verdicts: { training: null, heldOut: detail.verdict },
                judgement: detail.verdict?.judgement ?? null
              },
              optionsOf(process.stdout)
            )
          ]
    yield* print([...rowLines(row), ...told].join("\n"))
  }, Effect.scoped)
).pipe(Command.withDescription("Show one run of a study: its evidence, the rule read, the verdict"))

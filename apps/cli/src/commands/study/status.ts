import { makeLeaders, makePlan, type StudyRow, StudyStore } from "@rulescope/study"
import { holderOf, openToRead, SqliteStore } from "@rulescope/study/node"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { resolve } from "node:path"
import { bold, grouped, optionsOf, red } from "../../display/Terminal.ts"
import { chooseFor, pluginFlag } from "../../plugins/choose.ts"
import { sayDamaged } from "../../study/damaged.ts"
import { environment } from "../../study/environment.ts"
import { leaderLines } from "../../study/leaders.ts"
import { print } from "../flags.ts"
import { studyFolder } from "./flags.ts"

/** Failures by kind of error, the most frequent first. */
const failures = (rows: ReadonlyArray<StudyRow>) =>
  [
    ...Map.groupBy(
      rows.filter(({ status }) => status === "failed"),
      ({ error }) => error!.message
    )
  ].sort(([, a], [, b]) => b.length - a.length)

export const status = Command.make(
  "status",
  {
    dir: studyFolder,
    plugin: pluginFlag,
    json: Flag.Boolean("json").pipe(Flag.withDescription("Print one JSON document"), Flag.withDefault(false))
  },
  Effect.fn("study status")(function* ({ dir, json, plugin }) {
    const { artefacts, database, study } = yield* openToRead(resolve(dir))
    const store = yield* StudyStore.pipe(Effect.provide(SqliteStore.layer(database)))
    const rows = yield* store.rows
    yield* sayDamaged(yield* store.damaged)
    const { plugins, subjects } = yield* chooseFor(study.base, plugin, dir)
    const { counts } = yield* makePlan(subjects, study).pipe(
      Effect.provide(environment({ artefacts, root: ".", backend: "auto", plugins }))
    )
    const failed = rows.filter(({ status }) => status === "failed").length
    const running = holderOf(resolve(dir))
    if (json) {
      return yield* print(JSON.stringify({ name: study.name, runs: counts.runs, done: rows.length, failed, running }))
    }
    const options = optionsOf(process.stdout)
    const means = makeLeaders()
    for (const row of rows) means.add(row)
    const latest = rows.reduce((last, { finished }) => (finished > last ? finished : last), "")
    yield* print(
      [
        "",
        `  study     ${bold(study.name, options)}`,
        ...(study.question === undefined ? [] : [`  question  ${study.question}`]),
        `  runs      ${grouped(rows.length)} of ${grouped(counts.runs)}${rows.length === 0 ? "" : `, the last at ${latest}`}`,
        ...(running === null ? [] : [`  at work   process ${running.pid} on ${running.host}, since ${running.since}`]),
        ...(failed === 0 ? [] : [`  failed    ${red(grouped(failed), options)}`]),
        ...failures(rows)
          .slice(0, 5)
          .map(([message, of]) => `            ${grouped(of.length)} × ${message} (such as run ${of[0]!.run})`),
        "",
        ...leaderLines(study, means.best(study.metrics, 20), options),
        ...(means.cells() > 20 ? [`  … ${grouped(means.cells() - 20)} cells more`] : []),
        ""
      ].join("\n")
    )
  }, Effect.scoped)
).pipe(Command.withDescription("Tell how far a study is, what failed, and the best so far"))

import { type StoreError, StudyStore, toLines } from "@rulescope/study"
import { openToRead, SqliteStore } from "@rulescope/study/node"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { resolve } from "node:path"
import { builtPage } from "../../pages/builtPage.ts"
import { openInBrowser } from "../../pages/openInBrowser.ts"
import type { Beside } from "../../pages/answer.ts"
import { serve } from "../../pages/serve.ts"
import { pageFlags, print } from "../flags.ts"
import { sayDamaged } from "../../study/damaged.ts"
import { studyFolder } from "./flags.ts"

/** The study is opened for every answer: it may be at work, and nothing may keep it from being closed. */
const answerFrom = <A>(
  folder: string,
  read: (store: StudyStore["Service"], study: Parameters<typeof toLines>[0]["study"]) => Effect.Effect<A, StoreError>
) =>
  Effect.gen(function* () {
    const { database, study } = yield* openToRead(folder)
    return yield* read(yield* StudyStore.pipe(Effect.provide(SqliteStore.layer(database))), study)
  }).pipe(Effect.scoped)

const besideOf =
  (folder: string): Beside =>
  (path) => {
    const key = /^\/study\/runs\/([0-9a-f]+)\.json$/.exec(path)?.[1]
    const answer =
      key !== undefined
        ? answerFrom(folder, ({ detail }) => Effect.map(detail(key), (found) => JSON.stringify(found)))
        : path === "/study/rows.jsonl"
          ? answerFrom(folder, (store, study) => Effect.map(store.rows, (rows) => toLines({ study, rows })))
          : path === "/study/state.json"
            ? answerFrom(folder, ({ state }) => Effect.map(state, (text) => JSON.stringify(text)))
            : Effect.succeed(null)
    return answer
  }

export const open = Command.make(
  "open",
  { dir: studyFolder, ...pageFlags },
  Effect.fn("study open")(function* ({ dir, open, port }) {
    const folder = resolve(dir)
    const { study } = yield* Effect.scoped(openToRead(folder))
    yield* answerFrom(folder, ({ damaged }) => Effect.flatMap(damaged, sayDamaged))
    const page = yield* builtPage("atlas")
    return yield* Effect.scoped(
      Effect.gen(function* () {
        const url = `http://127.0.0.1:${yield* serve(page, port, besideOf(folder))}/?study=study/`
        yield* print(`${study.name} is at ${url} until Ctrl-C; nothing leaves this machine`)
        if (open) yield* openInBrowser(url)
        return yield* Effect.never
      })
    )
  })
).pipe(Command.withDescription("Open the explorer of studies in the browser, also while the study is at work"))

import { StudyStore } from "@rulescope/study"
import { openToRead, SqliteStore } from "@rulescope/study/node"
import { studyReport } from "@rulescope/study-report"
import { writeReport } from "@rulescope/study-report/node"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { existsSync, readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { grouped } from "../../display/Terminal.ts"
import { BadInput } from "../../Exit.ts"
import { sayDamaged } from "../../study/damaged.ts"
import { print } from "../flags.ts"
import { studyFolder } from "./flags.ts"

const languages = ["en", "zh-CN"] as const

/** A report may take the place of a report, and of nothing else. */
const isTaken = (folder: string): boolean => {
  const found = existsSync(folder) ? readdirSync(folder) : []
  return found.length > 0 && !found.some((name) => /^report(\.zh-CN)?\.html$/.test(name))
}

export const report = Command.make(
  "report",
  {
    dir: studyFolder,
    out: Flag.String("out").pipe(
      Flag.withMetavar("DIR"),
      Flag.withDescription("Folder of the report; an earlier report in it is replaced; default report in the study"),
      Flag.optional
    ),
    language: Flag.Literals("language", languages).pipe(
      Flag.withDescription("Language of the pages; default both"),
      Flag.optional
    )
  },
  Effect.fn("study report")(function* ({ dir, language, out }) {
    const folder = Option.getOrElse(out, () => join(dir, "report"))
    const { database, study } = yield* openToRead(resolve(dir))
    const { damaged, rows } = yield* StudyStore.pipe(Effect.provide(SqliteStore.layer(database)))
    const all = yield* rows
    yield* sayDamaged(yield* damaged)
    if (all.length === 0) {
      return yield* new BadInput({ reason: `${dir} has no runs yet`, remedy: "make some with rulescope study run" })
    }
    if (isTaken(resolve(folder))) {
      return yield* new BadInput({
        reason: `${folder} is not empty and holds no report`,
        remedy: "choose another --out"
      })
    }
    const files = yield* studyReport(study, all, {
      languages: Option.isSome(language) ? [language.value] : languages
    })
    yield* writeReport(resolve(folder), files)
    const pages = files.filter(({ path }) => /^report.*\.html$/.test(path))
    yield* print(
      [`report of ${grouped(all.length)} runs`, ...pages.map(({ path }) => `  ${join(folder, path)}`)].join("\n")
    )
  }, Effect.scoped)
).pipe(Command.withDescription("Write what came out: a page in English and Chinese, figures as SVG and PNG, a table"))

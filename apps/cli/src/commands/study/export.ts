import { StudyStore, type StudyTable, toCsv, toLines } from "@rulescope/study"
import { openToRead, SqliteStore } from "@rulescope/study/node"
import { toParquet } from "@rulescope/study/parquet"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { existsSync, writeFileSync } from "node:fs"
import { extname, resolve } from "node:path"
import { grouped } from "../../display/Terminal.ts"
import { BadInput } from "../../Exit.ts"
import { print } from "../flags.ts"
import { studyFolder } from "./flags.ts"

const formats: Readonly<Record<string, (table: StudyTable) => string | Uint8Array>> = {
  jsonl: toLines,
  csv: toCsv,
  parquet: toParquet
}

const chooseFormat = (format: Option.Option<string>, out: Option.Option<string>) => {
  if (Option.isSome(format)) return Effect.succeed(format.value)
  const extension = Option.isSome(out) ? extname(out.value).slice(1) : "jsonl"
  return extension in formats
    ? Effect.succeed(extension)
    : Effect.fail(
        new BadInput({
          reason: `no format is known for ".${extension}"`,
          remedy: "name the file .jsonl, .csv or .parquet, or give --format"
        })
      )
}

export const exportRows = Command.make(
  "export",
  {
    dir: studyFolder,
    out: Flag.String("out").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription("File to write; default: stdout"),
      Flag.optional
    ),
    format: Flag.Literals("format", Object.keys(formats)).pipe(
      Flag.withDescription("Default: by the name of the file, jsonl on stdout"),
      Flag.optional
    ),
    force: Flag.Boolean("force").pipe(Flag.withDescription("Replace the file if it exists"), Flag.withDefault(false))
  },
  Effect.fn("study export")(function* ({ dir, force, format, out }) {
    const chosen = yield* chooseFormat(format, out)
    const { database, study } = yield* openToRead(resolve(dir))
    const { rows } = yield* StudyStore.pipe(Effect.provide(SqliteStore.layer(database)))
    const content = formats[chosen]!({ study, rows: yield* rows })
    if (Option.isNone(out)) {
      if (typeof content === "string") return yield* print(content.trimEnd())
      return yield* new BadInput({ reason: "Parquet is no text", remedy: "give a file with --out" })
    }
    if (existsSync(out.value) && !force) {
      return yield* new BadInput({ reason: `${out.value} is there already`, remedy: "choose another, or add --force" })
    }
    writeFileSync(out.value, content)
    yield* print(`${grouped((yield* rows).length)} rows in ${out.value}`)
  }, Effect.scoped)
).pipe(Command.withDescription("Write the rows of a study as JSON lines, CSV or Parquet"))

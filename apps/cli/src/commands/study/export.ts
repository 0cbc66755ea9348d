import { StudyStore, type StudyTable, toCsv, toLines } from "@rulescope/study"
import { writeWhole } from "@rulescope/disk"
import { openToRead, SqliteStore } from "@rulescope/study/node"
import { toParquet } from "@rulescope/study/parquet"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { existsSync } from "node:fs"
import { extname, resolve } from "node:path"
import { grouped } from "../../display/Terminal.ts"
import { BadInput } from "../../Exit.ts"
import { sayDamaged } from "../../study/damaged.ts"
import { print } from "../flags.ts"
import { studyFolder } from "./flags.ts"

const formats = new Map<string, (table: StudyTable) => string | Uint8Array>([
  ["jsonl", toLines],
  ["csv", toCsv],
  ["parquet", toParquet]
])

const chooseFormat = (format: Option.Option<string>, out: Option.Option<string>) => {
  const name = Option.getOrElse(format, () => (Option.isSome(out) ? extname(out.value).slice(1) : "jsonl"))
  const write = formats.get(name)
  return write === undefined
    ? Effect.fail(
        new BadInput({
          reason: `no format is known for ".${name}"`,
          remedy: "name the file .jsonl, .csv or .parquet, or give --format"
        })
      )
    : Effect.succeed(write)
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
    format: Flag.Literals("format", [...formats.keys()]).pipe(
      Flag.withDescription("Default: by the name of the file, jsonl on stdout"),
      Flag.optional
    ),
    force: Flag.Boolean("force").pipe(Flag.withDescription("Replace the file if it exists"), Flag.withDefault(false))
  },
  Effect.fn("study export")(function* ({ dir, force, format, out }) {
    const write = yield* chooseFormat(format, out)
    const { database, study } = yield* openToRead(resolve(dir))
    const { damaged, rows } = yield* StudyStore.pipe(Effect.provide(SqliteStore.layer(database)))
    const all = yield* rows
    yield* sayDamaged(yield* damaged)
    const content = write({ study, rows: all })
    if (Option.isNone(out)) {
      if (typeof content === "string") return yield* print(content.trimEnd())
      return yield* new BadInput({ reason: "Parquet is no text", remedy: "give a file with --out" })
    }
    if (existsSync(out.value) && !force) {
      return yield* new BadInput({ reason: `${out.value} is there already`, remedy: "choose another, or add --force" })
    }
    yield* writeWhole(out.value, content)
    yield* print(`${grouped(all.length)} rows in ${out.value}`)
  }, Effect.scoped)
).pipe(Command.withDescription("Write the rows of a study as JSON lines, CSV or Parquet"))

import { type ConfigField, configTable, type Subjects } from "@rulescope/core"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { bold, dim, optionsOf } from "../display/Terminal.ts"
import { choosePlugins, pluginFlag } from "../plugins/choose.ts"
import { print } from "./flags.ts"

interface Listed {
  readonly subject: string
  readonly stage: string
  readonly id: string
  readonly summary: string
  readonly config: ReadonlyArray<ConfigField>
}

const listed = (subjects: Subjects<unknown>): ReadonlyArray<Listed> =>
  [...subjects.values()].flatMap(({ places, subject }) =>
    places.flatMap(({ registry }) =>
      [...registry.entries.values()].map((entry) => ({
        subject: subject.id,
        stage: registry.stage,
        id: entry.id,
        summary: entry.summary,
        config: configTable(entry)
      }))
    )
  )

const wrapped = (text: string, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = [""]
  for (const word of text.split(" ")) {
    const last = lines.at(-1)!
    if (last === "") lines[lines.length - 1] = word
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const fieldLines = (fields: ReadonlyArray<ConfigField>, width: number): ReadonlyArray<string> => {
  const name = Math.max(...fields.map((field) => field.name.length))
  return fields.flatMap((field) => {
    const initial = field.default === undefined ? "must be given" : `default ${JSON.stringify(field.default)}`
    const head = `      ${field.name.padEnd(name)}  ${field.type}; ${initial}`
    return [head, ...wrapped(field.description, width - name - 8).map((line) => `${" ".repeat(name + 8)}${line}`)]
  })
}

export const stages = Command.make(
  "stages",
  {
    plugin: pluginFlag,
    json: Flag.Boolean("json").pipe(Flag.withDescription("Print one JSON document"), Flag.withDefault(false))
  },
  Effect.fn("stages")(function* ({ json, plugin }) {
    const { subjects } = yield* choosePlugins(plugin)
    const all = listed(subjects)
    if (json) return yield* print(JSON.stringify(all))
    const options = optionsOf(process.stdout)
    const lines = all.flatMap(({ config, id, stage, subject, summary }, index) => [
      ...(subject === all[index - 1]?.subject
        ? []
        : ["", `${bold(subject, options)}: ${subjects.get(subject)!.subject.summary}`]),
      ...(stage === all[index - 1]?.stage && subject === all[index - 1]?.subject ? [] : ["", bold(stage, options)]),
      `  ${bold(id, options)}  ${summary}`,
      ...fieldLines(config, options.width).map((line) => dim(line, options))
    ])
    yield* print(`${lines.join("\n")}\n`)
  })
).pipe(Command.withDescription("List every plugin with its configuration"))

import { probeBackends } from "@rulescope/tensor"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { existsSync } from "node:fs"
import { defaultFolder } from "../DiskCache.ts"
import { dim, green, optionsOf } from "../display/Terminal.ts"
import { print } from "./flags.ts"

const times = (small: number, large: number | null): string =>
  `a training step ${small.toFixed(2)} ms on 512 rows${large === null ? "" : `, ${large.toFixed(0)} ms on 32,768`}`

export const doctor = Command.make(
  "doctor",
  { json: Flag.Boolean("json").pipe(Flag.withDescription("Print one JSON document"), Flag.withDefault(false)) },
  Effect.fn("doctor")(function* ({ json }) {
    const backends = yield* probeBackends()
    const small = backends.find((backend) => backend.works)?.backend
    const large = backends
      .filter(({ largeStepMs }) => largeStepMs !== null)
      .toSorted((a, b) => a.largeStepMs! - b.largeStepMs!)[0]?.backend
    const machine = { node: process.version, platform: `${process.platform}-${process.arch}` }
    const cache = { folder: defaultFolder(), exists: existsSync(defaultFolder()) }
    if (json) return yield* print(JSON.stringify({ ...machine, cache, chosen: { small, large }, backends }))
    const options = optionsOf(process.stdout)
    const use = (backend: string): string => {
      const problems = [...(backend === small ? ["small"] : []), ...(backend === large ? ["large"] : [])]
      return problems.length === 0 ? "" : `; used for ${problems.join(" and ")} problems`
    }
    yield* print(
      [
        "",
        `  node      ${machine.node} on ${machine.platform}`,
        `  cache     ${cache.folder}${cache.exists ? "" : dim(" (not there yet)", options)}`,
        "",
        ...backends.flatMap(({ backend, largeStepMs, reason, remedy, stepMs, works }) =>
          works
            ? [`  ${backend.padEnd(10)}${green("works", options)}, ${times(stepMs!, largeStepMs)}${use(backend)}`]
            : [`  ${backend.padEnd(10)}no: ${reason}`, `  ${" ".repeat(10)}${dim(remedy ?? "", options)}`]
        ),
        ""
      ].join("\n")
    )
  })
).pipe(Command.withDescription("Tell which backends work on this machine and why the others do not"))

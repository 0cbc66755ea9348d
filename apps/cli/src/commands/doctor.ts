import { probeBackends } from "@rulescope/tensor"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { existsSync } from "node:fs"
import { defaultFolder } from "../DiskCache.ts"
import { dim, green, optionsOf } from "../display/Terminal.ts"
import { print } from "./flags.ts"

export const doctor = Command.make(
  "doctor",
  { json: Flag.Boolean("json").pipe(Flag.withDescription("Print one JSON document"), Flag.withDefault(false)) },
  Effect.fn("doctor")(function* ({ json }) {
    const backends = yield* probeBackends()
    const chosen = backends.find((backend) => backend.works)?.backend
    const machine = { node: process.version, platform: `${process.platform}-${process.arch}` }
    const cache = { folder: defaultFolder(), exists: existsSync(defaultFolder()) }
    if (json) return yield* print(JSON.stringify({ ...machine, cache, chosen, backends }))
    const options = optionsOf(process.stdout)
    yield* print(
      [
        "",
        `  node      ${machine.node} on ${machine.platform}`,
        `  cache     ${cache.folder}${cache.exists ? "" : dim(" (not there yet)", options)}`,
        "",
        ...backends.flatMap(({ backend, reason, remedy, stepMs, works }) =>
          works
            ? [
                `  ${backend.padEnd(10)}${green("works", options)}, ${stepMs!.toFixed(2)} ms a training step on 512 rows${backend === chosen ? "; used by default" : ""}`
              ]
            : [`  ${backend.padEnd(10)}no: ${reason}`, `  ${" ".repeat(10)}${dim(remedy ?? "", options)}`]
        ),
        ""
      ].join("\n")
    )
  })
).pipe(Command.withDescription("Tell which backends work on this machine and why the others do not"))

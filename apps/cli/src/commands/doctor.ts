import { probeBackends } from "@rulescope/tensor"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { existsSync } from "node:fs"
import { defaultFolder, nativeFolder } from "../folders.ts"
import { makeLines } from "../display/Lines.ts"
import { dim, green, optionsOf } from "../display/Terminal.ts"
import { installNative, uninstallNative } from "../native/install.ts"
import { print } from "./flags.ts"

const cardless = ", on the processor as there is no card for CUDA 12"

const times = (small: number, large: number | null): string =>
  `a training step ${small.toFixed(2)} ms on 512 rows${large === null ? "" : `, ${large.toFixed(0)} ms on 32,768`}`

/** Which backends work, and what would make the others work. */
const examine = Effect.fnUntraced(function* (json: boolean) {
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
      ...backends.flatMap(({ backend, largeStepMs, reason, remedy, software, stepMs, works }) =>
        works
          ? [
              `  ${backend.padEnd(10)}${green("works", options)}${software ? cardless : ""}, ${times(stepMs!, largeStepMs)}${use(backend)}`
            ]
          : [`  ${backend.padEnd(10)}no: ${reason}`, `  ${" ".repeat(10)}${dim(remedy ?? "", options)}`]
      ),
      ""
    ].join("\n")
  )
})

const install = Effect.fnUntraced(function* (gpu: boolean, json: boolean) {
  const lines = makeLines(process.stderr)
  const name = gpu ? "node-gpu" : "node"
  const { folder, largeStepMs, stepMs, withoutCard } = yield* Effect.ensuring(
    installNative(name, lines),
    Effect.sync(lines.clear)
  )
  if (json) return yield* print(JSON.stringify({ installed: name, folder, stepMs, largeStepMs, withoutCard }))
  yield* print(`  ${name.padEnd(10)}works${withoutCard ? cardless : ""}, ${times(stepMs, largeStepMs)}; in ${folder}`)
})

const uninstall = Effect.fnUntraced(function* (json: boolean) {
  const removed = yield* uninstallNative
  if (json) return yield* print(JSON.stringify({ removed, folder: nativeFolder() }))
  yield* print(removed ? `  removed ${nativeFolder()}` : `  nothing is installed in ${nativeFolder()}`)
})

export const doctor = Command.make(
  "doctor",
  {
    json: Flag.Boolean("json").pipe(Flag.withDescription("Print one JSON document"), Flag.withDefault(false)),
    install: Flag.Literals("install", ["native"]).pipe(
      Flag.withDescription("Install TensorFlow's own library for the backend node, with npm, pip and a C++ compiler"),
      Flag.optional
    ),
    gpu: Flag.Boolean("gpu").pipe(
      Flag.withDescription("With --install native: for node-gpu, which computes on a card with CUDA 12"),
      Flag.withDefault(false)
    ),
    uninstall: Flag.Boolean("uninstall").pipe(
      Flag.withDescription("Remove what --install brought"),
      Flag.withDefault(false)
    )
  },
  Effect.fn("doctor")(function* (flags) {
    const { gpu, json } = flags
    if (flags.uninstall) return yield* uninstall(json)
    if (Option.isSome(flags.install)) return yield* install(gpu, json)
    yield* examine(json)
  })
).pipe(
  Command.withDescription("Tell which backends work on this machine and why the others do not; install the native one")
)

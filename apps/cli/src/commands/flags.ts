import { defaultMemory } from "@rulescope/arrays"
import { Backend } from "@rulescope/tensor"
import { Effect, Option } from "effect"
import { Flag } from "effect/cli"
import { resolve } from "node:path"
import { defaultFolder } from "../folders.ts"
import type { ExecuteOptions } from "../Execute.ts"
import { BadInput } from "../Exit.ts"

/** What data may take; a run is refused before it takes more. */
export const memoryFlag = Flag.Int("memory").pipe(
  Flag.withMetavar("MIB"),
  Flag.withDescription(
    `MiB that the data may take; default 1024 for soups, ${defaultMemory / 2 ** 20} besides the files for recordings`
  ),
  Flag.optional
)

/** MiB as the bytes that `Memory` is in; null where none were given. */
export const bytesOf = (mebibytes: Option.Option<number>): Effect.Effect<number | null, BadInput> => {
  if (Option.isNone(mebibytes)) return Effect.succeed(null)
  if (mebibytes.value >= 1) return Effect.succeed(mebibytes.value * 2 ** 20)
  return Effect.fail(new BadInput({ reason: "--memory is at least 1", remedy: "give a larger number of MiB" }))
}

/** Flags of every command that runs the pipeline. */
export const executeFlags = {
  out: Flag.String("out").pipe(
    Flag.withMetavar("DIR"),
    Flag.withDescription("Keep the run in this folder: spec, events, model, evidence, estimate, verdict, figures"),
    Flag.optional
  ),
  cache: Flag.String("cache").pipe(
    Flag.withMetavar("DIR"),
    Flag.withDescription("Folder of finished stages; default $RULESCOPE_CACHE or ~/.cache/rulescope"),
    Flag.optional
  ),
  noCache: Flag.Boolean("no-cache").pipe(Flag.withDescription("Compute every stage anew"), Flag.withDefault(false)),
  backend: Flag.Literals("backend", Backend.Preference.literals).pipe(
    Flag.withDescription("Where tensors are computed; default auto (see rulescope doctor)"),
    Flag.withDefault("auto" as const)
  ),
  memory: memoryFlag,
  json: Flag.Boolean("json").pipe(
    Flag.withDescription("Print one JSON document on stdout and nothing else"),
    Flag.withDefault(false)
  )
}

export const executeOptions = Effect.fn("executeOptions")(function* (flags: {
  readonly out: Option.Option<string>
  readonly cache: Option.Option<string>
  readonly noCache: boolean
  readonly backend: ExecuteOptions["backend"]
  readonly memory: Option.Option<number>
}) {
  return {
    out: Option.getOrUndefined(Option.map(flags.out, (path) => resolve(path))),
    cache: flags.noCache ? undefined : resolve(Option.getOrElse(flags.cache, defaultFolder)),
    backend: flags.backend,
    memory: yield* bytesOf(flags.memory)
  } satisfies ExecuteOptions
})

/** Writes text to stdout and waits until it has gone. */
export const print = (text: string): Effect.Effect<void> =>
  Effect.callback<void>((resume) => void process.stdout.write(`${text}\n`, () => resume(Effect.void)))

/** How a page is served. */
export const pageFlags = {
  port: Flag.Int("port").pipe(
    Flag.withDescription("Port on this machine; 0 (default): any that is free"),
    Flag.withDefault(0)
  ),
  open: Flag.Boolean("open").pipe(
    Flag.withDescription("Open the browser; --no-open only prints the address"),
    Flag.withDefault(true)
  )
}

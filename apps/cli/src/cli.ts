// The index of platform-node loads twice as much as these two.
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as NodeServices from "@effect/platform-node/NodeServices"
import { Console, Effect, Exit, Layer } from "effect"
import { CliOutput, Command } from "effect/cli"
import manifest from "../package.json" with { type: "json" }
import { doctor } from "./commands/doctor.ts"
import { infer } from "./commands/infer/infer.ts"
import { predict } from "./commands/predict.ts"
import { run } from "./commands/run.ts"
import { simulate } from "./commands/simulate.ts"
import { stages } from "./commands/stages.ts"
import { study } from "./commands/study/index.ts"
import { studio } from "./commands/studio.ts"
import { suggest } from "./commands/suggest.ts"
import { exitCodeOf } from "./Exit.ts"
import { nativeFolder } from "./folders.ts"

// Where backends look for the native library, here and in threads.
process.env["RULESCOPE_NATIVE"] ??= nativeFolder()

const root = Command.make("rulescope").pipe(
  Command.withDescription("Finds the law behind a recorded evolution of a cellular automaton"),
  Command.withSubcommands([run, infer, predict, simulate, suggest, study, stages, studio, doctor])
)

/** A wrong invocation gets its sentence on stderr; the whole help only when asked for. */
const presenter = CliOutput.layerPresenter({
  present: (event) =>
    event._tag === "InvalidInvocation"
      ? Effect.forEach(event.errors, (error) =>
          Console.error(`rulescope: ${error.message}; see ${event.commandPath.join(" ")} --help`)
        )
      : CliOutput.defaultPresenter.present(event)
})

const program = Command.runWith(root, { version: manifest.version })(process.argv.slice(2)).pipe(
  Effect.as(0),
  Effect.provide(Layer.merge(presenter, NodeServices.layer)),
  Effect.catchCause(exitCodeOf)
)

// A program that is told to end says so in its exit code: 130 for Ctrl-C, 143 for SIGTERM.
let interrupted = 130
process.once("SIGTERM", () => (interrupted = 143))

NodeRuntime.runMain(program, {
  disableErrorReporting: true,
  teardown: (exit, onExit) => {
    const code = Exit.isSuccess(exit) ? (exit.value as number) : 130
    onExit(code === 130 ? interrupted : code)
  }
})

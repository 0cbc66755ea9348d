import { Effect, Schema, Stream } from "effect"
import { ChildProcess } from "effect/process"

/** Something on the way to a native installation cannot be done; `reason` says what, `remedy` what to do. */
export class InstallError extends Schema.TaggedError<InstallError>()("InstallError", {
  reason: Schema.String,
  remedy: Schema.String
}) {
  override get message() {
    return `${this.reason}; ${this.remedy}`
  }
}

/** The last line that is not empty, at most 200 characters of it. */
const lastLine = (text: string): string => text.trim().split("\n").at(-1)!.slice(0, 200)

/** What a program prints; killed when interrupted. Fails with its last line where it does not end well. */
export const runTool = Effect.fnUntraced(
  function* (
    command: string,
    args: ReadonlyArray<string>,
    options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly remedy: string }
  ) {
    const { cwd, env, remedy } = options
    const process = ChildProcess.make(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env, extendEnv: true }),
      stdin: "ignore"
    })
    const handle = yield* process
    const text = (stream: typeof handle.stdout) => Stream.mkString(Stream.decodeText(stream))
    const [out, told, code] = yield* Effect.all([text(handle.stdout), text(handle.stderr), handle.exitCode], {
      concurrency: "unbounded"
    })
    if (code === 0) return out
    return yield* new InstallError({ reason: `${command} failed: ${lastLine(told || out)}`, remedy })
  },
  (run, command, _, { remedy }) =>
    run.pipe(
      Effect.scoped,
      Effect.catchTags({
        PlatformError: () => Effect.fail(new InstallError({ reason: `"${command}" cannot be started`, remedy }))
      })
    )
)

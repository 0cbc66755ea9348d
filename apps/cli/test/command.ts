import { spawn } from "node:child_process"
import { createReadStream, existsSync } from "node:fs"
import { fileURLToPath } from "node:url"

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))
// Processes of one test run share their compiled code.
const compileCache = fileURLToPath(new URL("../node_modules/.cache/compile", import.meta.url))

/** Folder of the recorded evolutions that lie beside the checkout, if they do. */
export const recordings = fileURLToPath(new URL("../../../../shared/recordings", import.meta.url))
export const haveRecordings = existsSync(recordings)

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Options {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** File whose content comes through standard input. */
  readonly stdin?: string
  /** Runs as another user. */
  readonly uid?: number
  /** Called with all of stderr so far whenever a piece comes; may kill the process. */
  readonly onStderr?: (text: string, kill: (signal: NodeJS.Signals) => void) => void
  /** The same for stdout. */
  readonly onStdout?: (text: string, kill: (signal: NodeJS.Signals) => void) => void
}

/** Runs the command line as a process of its own. */
export const rulescope = (
  args: ReadonlyArray<string>,
  { cwd, env, onStderr, onStdout, stdin, uid }: Options = {}
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: "1", NODE_COMPILE_CACHE: compileCache, ...env },
      stdio: [stdin === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      ...(uid === undefined ? {} : { uid })
    })
    if (stdin !== undefined) createReadStream(stdin).pipe(child.stdin!)
    let stdout = ""
    let stderr = ""
    child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      stdout += text
      onStdout?.(stdout, (signal) => child.kill(signal))
    })
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      stderr += text
      onStderr?.(stderr, (signal) => child.kill(signal))
    })
    child.on("error", reject)
    child.on("close", (code) => resolve({ code, stdout, stderr }))
  })

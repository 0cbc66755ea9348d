/** Processor time of a command and of its threads, on Linux. */
import { spawn } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"

export interface Taken {
  /** Seconds on the clock. */
  readonly clock: number
  /** Seconds of processor time, of all threads: other programs take little from them. */
  readonly processor: number
  /** The same by the kind of thread, as far as it was seen while they lived; empty where there is no /proc. */
  readonly threads: ReadonlyMap<string, number>
}

/** Milliseconds between two looks at the threads. */
const pace = 250
/** Ticks of /proc a second (`getconf CLK_TCK`). */
const ticks = 100

const kinds: Readonly<Record<string, string>> = {
  MainThread: "main thread",
  node: "main thread",
  WorkerThread: "workers",
  V8Worker: "helpers of V8"
}

/** Ticks that the threads of a process have taken so far, by thread. */
const lookAt = (pid: number, seen: Map<string, { readonly kind: string; readonly ticks: number }>): void => {
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const [, name, rest] = /\((.*)\) (.*)$/.exec(readFileSync(`/proc/${pid}/task/${thread}/stat`, "utf8").trimEnd())!
      const fields = rest!.split(" ")
      seen.set(thread, { kind: kinds[name!] ?? "others", ticks: Number(fields[11]) + Number(fields[12]) })
    }
  } catch {
    // A thread or the process has ended in between.
  }
}

/** "0m1.50s 0m0.25s", as the shell's `times` prints it, in seconds. */
const sumOf = (line: string): number =>
  [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + 60 * Number(m) + Number(s), 0)

/** Runs a command to its end; rejects with what it wrote to stderr. */
export const timed = (command: string, args: ReadonlyArray<string>): Promise<Taken> =>
  new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint()
    // The shell says the number of the process first, and its processor time last.
    const shell = spawn("/bin/sh", ["-c", '"$0" "$@" >/dev/null & echo $!; wait $! && times', command, ...args])
    const text = { out: "", error: "" }
    shell.stdout.on("data", (data: Buffer) => (text.out += data.toString()))
    shell.stderr.on("data", (data: Buffer) => (text.error += data.toString()))
    const seen = new Map<string, { readonly kind: string; readonly ticks: number }>()
    const looking = setInterval(() => {
      lookAt(Number.parseInt(text.out, 10), seen)
    }, pace)
    shell.on("close", (code) => {
      clearInterval(looking)
      const clock = Number(process.hrtime.bigint() - begun) / 1e9
      if (code !== 0) return reject(new Error(text.error))
      const threads = new Map<string, number>()
      for (const one of seen.values()) threads.set(one.kind, (threads.get(one.kind) ?? 0) + one.ticks / ticks)
      resolve({ clock, processor: sumOf(text.out.trim().split("\n").at(-1)!), threads })
    })
  })

/** "workers 30.1 s, helpers of V8 1.9 s, main thread 0.5 s". */
export const threadsText = ({ threads }: Taken): string =>
  [...threads]
    .filter(([, seconds]) => seconds >= 0.05)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, seconds]) => `${kind} ${seconds.toFixed(1)} s`)
    .join(", ")

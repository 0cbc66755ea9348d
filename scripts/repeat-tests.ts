/**
 * Runs `npm test` many times, beside a load of its own: a test that awaits a state passes every time, one that awaits a
 * time does not.
 *
 *   npm run -s tool -- node scripts/repeat-tests.ts [times] [busy] [words of npm test …]
 *
 * `times` defaults to 10, `busy` threads that compute meanwhile to 0; five times with a busy thread a processor is the
 * other half of what is asked of a release. Prints a line for every time, and what failed.
 */
import { spawnSync } from "node:child_process"
import { availableParallelism, loadavg } from "node:os"
import { Worker } from "node:worker_threads"
import { root } from "./workspaces.ts"

const [times = "10", busy = "0", ...words] = process.argv.slice(2)

/** A thread that computes until it is ended. */
const busyThread = (): Worker => new Worker("for (;;) Math.sqrt(Math.random())", { eval: true })

const load = Array.from({ length: Number(busy) }, busyThread)
console.log(`${times} times, ${load.length} busy threads on ${availableParallelism()} processors`)
let red = 0
for (let time = 1; time <= Number(times); time++) {
  const begun = performance.now()
  const { status, stdout } = spawnSync("npm", ["test", "--", ...words], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 1 << 28,
    shell: process.platform === "win32"
  })
  const lines = stdout.trimEnd().split("\n")
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  console.log(`${time}: ${lines.at(-1)}, ${seconds} s, load ${loadavg()[0]!.toFixed(1)}`)
  if (status === 0) continue
  red++
  for (const line of lines) if (/FAIL|FAILED|Error:/.test(line)) console.log(`   ${line.trim()}`)
}
console.log(`${Number(times) - red} of ${times} green`)
await Promise.all(load.map((thread) => thread.terminate()))
process.exitCode = red > 0 ? 1 : 0

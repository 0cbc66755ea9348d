/**
 * Feeds every reader with mutated files: each is read, or refused in the way that is its own, in 2 s and 300 MB.
 *
 *   npm run -s tool -- node --expose-gc scripts/fuzz/fuzz.ts [--seconds 60] [--seed 1] [words of targets …]
 *   npm run -s tool -- node --expose-gc scripts/fuzz/fuzz.ts --inputs 200 formats
 *
 * The seed decides the inputs, however fast the machine is; with `--inputs` it decides how many as well. What fails is
 * printed as the shortest input that still does, in base64, with what repeats it. An endless loop ends the process after
 * two minutes in one input, and names it.
 */
import { parseArgs } from "node:util"
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads"
import fc from "fast-check"
import { holds } from "./measure.ts"
import { mutated } from "./mutate.ts"
import type { Seed, Target } from "./target.ts"
import { targets } from "./targets/index.ts"

interface Task {
  readonly names: ReadonlyArray<string>
  readonly seed: number
  readonly inputs: number
  readonly seconds: number
}

const shown = ({ bytes, name }: Seed): string =>
  `${name} ${bytes.length} bytes, base64 ${Buffer.from(bytes.subarray(0, 1500)).toString("base64")}`

/** What the thread at work tells the one that watches it. */
type Told =
  | { readonly kind: "at"; readonly target: string; readonly count: number }
  | { readonly kind: "line"; readonly line: string }
  | { readonly kind: "end"; readonly good: boolean }

// Threads have no target origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const tell = (told: Told): void => parentPort!.postMessage(told)

/** One target; the line that is printed of it. */
const fuzz = async (target: Target, { inputs, seconds, seed }: Task): Promise<{ line: string; holds: boolean }> => {
  const begun = performance.now()
  let count = 0
  const property = fc.asyncProperty(mutated(target.seeds), async (input) => {
    count++
    tell({ kind: "at", target: target.name, count })
    await holds(target, input)
  })
  const limit = seconds === Infinity ? {} : { interruptAfterTimeLimit: 1000 * seconds, markInterruptAsFailure: false }
  const outcome = await fc.check(property, { seed, numRuns: inputs, ...limit })
  const took = `${((performance.now() - begun) / 1000).toFixed(0)} s`
  if (!outcome.failed) return { line: `ok      ${target.name}: ${count} inputs, ${took}`, holds: true }
  const [input] = outcome.counterexample!
  const why = String(outcome.errorInstance).split("\n")[0]
  const again = `--seed ${seed} --inputs ${inputs} ${target.name}`
  return { line: `FAILED  ${target.name}: ${why}\n  ${shown(input)}\n  again: ${again}`, holds: false }
}

const work = async (task: Task): Promise<void> => {
  let good = true
  for (const target of targets) {
    if (!task.names.includes(target.name)) continue
    const { holds: held, line } = await fuzz(target, task)
    good &&= held
    tell({ kind: "line", line })
  }
  tell({ kind: "end", good })
}

/** In milliseconds: far more than any machine needs for one input. */
const patience = 120_000

const lead = (): void => {
  const { positionals, values } = parseArgs({
    options: { seconds: { type: "string" }, seed: { type: "string" }, inputs: { type: "string" } },
    allowPositionals: true
  })
  const names = targets
    .map(({ name }) => name)
    .filter((name) => positionals.length === 0 || positionals.some((word) => name.includes(word)))
  const total = values.inputs === undefined ? Number(values.seconds ?? 60) : Infinity
  const task: Task = {
    names,
    seed: Number(values.seed ?? 1),
    inputs: Number(values.inputs ?? 1_000_000_000),
    seconds: total / names.length
  }
  const worker = new Worker(new URL(import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 1500 }
  })
  let last = ""
  const watch = (): NodeJS.Timeout =>
    setTimeout(() => {
      console.log(`FAILED  ${last} does not end`)
      process.exit(1)
    }, patience)
  let watching = watch()
  worker.on("message", (message: Told) => {
    clearTimeout(watching)
    if (message.kind === "line") console.log(message.line)
    if (message.kind === "at") last = `${message.target}: input ${message.count} of seed ${task.seed}`
    if (message.kind === "end") process.exitCode = message.good ? 0 : 1
    else watching = watch()
  })
  worker.on("error", (cause) => {
    clearTimeout(watching)
    console.log(`FAILED  ${last}: ${cause.message}`)
    process.exitCode = 1
  })
}

if (isMainThread) lead()
else await work(workerData as Task)

/**
 * What studies cost, by the command line as a user runs it.
 *
 *   npm run -s tool -- node bench/study.ts [--rounds 3]
 *
 * Independent trainings by one worker and by two, taking turns; and 10,000 runs that differ in their thresholds, once
 * the models are trained. Other programs on the machine take from the speed-up, so
 * the load is printed with it.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { median } from "./measure.ts"
import { type Taken, threadsText, timed } from "./threads.ts"

const { values } = parseArgs({ options: { rounds: { type: "string", default: "3" } } })
const rounds = Number(values.rounds)

const main = fileURLToPath(new URL("../apps/cli/src/main.ts", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "rulescope-bench-"))

const rulescope = (...args: ReadonlyArray<string>): Promise<Taken> => timed(process.execPath, [main, ...args])

const write = (name: string, study: object): string => {
  const path = join(folder, `${name}.json`)
  writeFileSync(path, JSON.stringify({ name, ...study }))
  return path
}

const soup = { rule: "B36/S23", width: 64, height: 64, generations: 16, soups: 4 }
const load = (): string => `load ${loadavg()[0]!.toFixed(1)}`

/**
 * Networks of four sizes that have nothing else in common: so many that it takes a minute and more to train them, as
 * studies do. What begins and ends a study, and what V8 compiles at its beginning, then weighs as little as it does
 * there. The largest come first, so that no worker is left alone with one in the end.
 */
const widths = [256, 128, 64, 32]
const seeds = 80
const trainings = write("trainings", {
  base: {
    family: "life-like",
    generator: { id: "soup", config: { ...soup, observationNoise: 0.01 } },
    backbone: { id: "cnn", config: { attempts: 1 } }
  },
  axes: [{ path: "backbone.config.width", values: widths }],
  metrics: ["ruleExact"],
  seeds
})

const taken: Record<1 | 2, Array<number>> = { 1: [], 2: [] }
for (let round = 0; round < rounds; round++) {
  for (const workers of [1, 2] as const) {
    const out = join(folder, `trainings-${workers}-${round}`)
    const one = await rulescope("study", "run", trainings, "--out", out, "--workers", String(workers))
    taken[workers].push(one.clock)
    process.stdout.write(
      `${widths.length * seeds} trainings, ${workers} worker${workers === 1 ? " " : "s"}: ${one.clock.toFixed(1)} s, ` +
        `${one.processor.toFixed(1)} s of processor time: ${threadsText(one)} (${load()})\n`
    )
  }
}
const best = (seconds: ReadonlyArray<number>): number => Math.min(...seconds)
process.stdout.write(
  `two workers are ${(median(taken[1]) / median(taken[2])).toFixed(2)} times as fast as one (medians of ${rounds}), ` +
    `${(best(taken[1]) / best(taken[2])).toFixed(2)} times in the fastest rounds\n\n`
)

const thresholds = (ratios: number, betas: number) => ({
  base: {
    family: "life-like",
    generator: { id: "soup", config: soup },
    backbone: { id: "cnn", config: { maxSteps: 200, attempts: 1 } }
  },
  axes: [
    { label: "noise", path: "generator.config.observationNoise", values: [0.001, 0.01] },
    { path: "inferrer.config.ratio", values: Array.from({ length: ratios }, (_, i) => i / 20) },
    { path: "inferrer.config.beta", values: Array.from({ length: betas }, (_, i) => 1 + i) }
  ],
  seeds: 10
})
const few = write("few", { ...thresholds(1, 1), name: "thresholds" })
const all = write("all", { ...thresholds(25, 20), name: "thresholds" })
const costs: Record<1 | 2, Array<number>> = { 1: [], 2: [] }
for (let round = 0; round < rounds; round++) {
  for (const workers of [1, 2] as const) {
    const out = join(folder, `thresholds-${workers}-${round}`)
    const shared = (await rulescope("study", "run", few, "--out", out, "--workers", String(workers))).clock
    const args = ["study", "run", all, "--out", out, "--update", "--workers", String(workers)]
    const { clock, processor } = await rulescope(...args)
    costs[workers].push((1000 * clock) / 9980)
    process.stdout.write(
      `9,980 readings over 20 trained models, proved, ${workers} worker${workers === 1 ? " " : "s"}: ${clock.toFixed(1)} s, ` +
        `${((1000 * clock) / 9980).toFixed(2)} ms a run, ${((1000 * processor) / 9980).toFixed(2)} ms of processor time (trainings before that: ${shared.toFixed(1)} s; ${load()})\n`
    )
  }
}
for (const workers of [1, 2] as const) {
  process.stdout.write(
    `${workers} worker${workers === 1 ? "" : "s"}: ${median(costs[workers]).toFixed(2)} ms a run (median of ${rounds})\n`
  )
}
const out = join(folder, "thresholds-1-0")
const megabytes = statSync(join(out, "study.sqlite")).size / 1e6
process.stdout.write(`database of 10,000 runs: ${megabytes.toFixed(1)} MB\n`)
for (const args of [
  ["status", out],
  ["export", out, "--out", join(folder, "rows.jsonl")],
  ["export", out, "--out", join(folder, "rows.csv")],
  ["export", out, "--out", join(folder, "rows.parquet")]
]) {
  process.stdout.write(
    `study ${args[0]} ${args[3] === undefined ? "" : args[3].split(".").at(-1)}: ${(await rulescope("study", ...args)).clock.toFixed(1)} s\n`
  )
}
rmSync(folder, { recursive: true })

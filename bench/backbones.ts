/**
 * How reliably and how fast each backbone at its default configuration learns soups of Life-like rules.
 *
 *   npm run -s tool -- node bench/backbones.ts [--seeds 16] [--backbones cnn,p4,p8] [--rule B36/S23] [--set JSON] [--markdown]
 *
 * A seed draws the soups and the weights. Success: every pattern that occurs is predicted right. `--set` changes
 * the configuration, e.g. `--set '{"activation":"relu"}'`; `--seeds 128` makes the full table. Exits 1 on a failure.
 */
import { formatRule, observedPatterns } from "@rulescope/lattice"
import { cnn } from "@rulescope/backbone-cnn"
import { p4 } from "@rulescope/backbone-p4"
import { p8 } from "@rulescope/backbone-p8"
import { Backbone } from "@rulescope/automata"
import { Plugin } from "@rulescope/core"
import { Backend } from "@rulescope/tensor"
import { Effect, Layer } from "effect"
import { benchRules, soupCensus } from "./soups.ts"

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

const seeds = Number(option("seeds") ?? 16)
const config: unknown = JSON.parse(option("set") ?? "{}")
const wanted = (option("backbones") ?? "cnn,p4,p8").split(",")
const entries = [Plugin.erase(cnn), Plugin.erase(p4), Plugin.erase(p8)].filter(({ id }) => wanted.includes(id))
const rules = benchRules().filter((rule) => [undefined, formatRule(rule)].includes(option("rule")))

const mean = (values: ReadonlyArray<number>): number => values.reduce((a, b) => a + b, 0) / values.length
const markdown = process.argv.includes("--markdown")
const columns = ["backbone", "rule", "learned", "patterns", "steps", "most", "restarts", "seconds", "longest"]
const widths = [8, 22, 8, 8, 6, 6, 8, 8, 8]
const print = (cells: ReadonlyArray<string>): void =>
  console.log(markdown ? `| ${cells.join(" | ")} |` : cells.map((cell, i) => cell.padEnd(widths[i]!)).join(" "))

const backend = Backend.layer("wasm")
const all = Effect.gen(function* () {
  let failures = 0
  print(columns)
  if (markdown) print(columns.map(() => "---"))
  for (const entry of entries) {
    const { fit } = yield* Effect.provide(Backbone, entry.open(config))
    // The first run compiles kernels and warms the just-in-time compiler.
    yield* fit(soupCensus(rules[0]!, "warm"), "warm")
    for (const rule of rules) {
      const runs = []
      for (let seed = 0; seed < seeds; seed++) {
        const census = soupCensus(rule, `${seed}`)
        const begun = performance.now()
        const { info } = yield* fit(census, `${seed}`)
        runs.push({ info, seconds: (performance.now() - begun) / 1000, patterns: observedPatterns(census).length })
      }
      const learned = runs.filter(({ info }) => info.allPatternsRight).length
      failures += seeds - learned
      const steps = runs.map(({ info }) => info.steps)
      const seconds = runs.map((run) => run.seconds)
      print([
        entry.id,
        formatRule(rule),
        `${learned}/${seeds}`,
        mean(runs.map(({ patterns }) => patterns)).toFixed(0),
        mean(steps).toFixed(0),
        String(Math.max(...steps)),
        String(runs.reduce((sum, { info }) => sum + info.attempts - 1, 0)),
        mean(seconds).toFixed(2),
        Math.max(...seconds).toFixed(2)
      ])
    }
  }
  return failures
})

const failures = await Effect.runPromise(Effect.provide(all, backend.pipe(Layer.provideMerge(Layer.empty))))
process.exitCode = failures > 0 ? 1 : 0

// How often the 95 % intervals of studies hold the true value, by simulation.
//
//   npm run -s tool -- node scripts/evaluate/interval-coverage.ts
import { makeRandom } from "../../packages/random/src/index.ts"
import { wilson } from "../../packages/core/src/index.ts"
import {
  decodeStudySpec,
  layoutOf,
  marginals,
  overallRate,
  prepareAnalysis,
  type StudyRow
} from "../../packages/study/src/index.ts"
import { Effect } from "../../packages/study/node_modules/effect/dist/index.js"

const trials = 2000

/** A study of `cells` settings over `seeds` seeds whose rows have the metrics given. */
const studyOf = (seeds: number, cells: number, metrics: (cell: number, seed: number) => StudyRow["metrics"]) => {
  const study = Effect.runSync(
    decodeStudySpec({
      name: "coverage",
      base: { generator: { id: "soup", config: { rule: "B3/S23" } } },
      axes: [{ path: "inferrer.config.beta", values: Array.from({ length: cells }, (_, i) => i + 1) }],
      seeds
    })
  )
  const layout = Effect.runSync(layoutOf(study))
  const rows = layout.points.flatMap((point, cell) =>
    layout.seeds.map((seed, s): StudyRow => ({
      run: cell * seeds + s,
      key: "",
      group: "",
      point,
      seed,
      status: "done",
      error: null,
      rule: null,
      truth: null,
      metrics: metrics(cell, s),
      versions: {},
      command: "",
      finished: ""
    }))
  )
  return Effect.runSync(prepareAnalysis(study, rows, { seed: `${seeds}`, replicates: 1000 }))
}

type Uniform = () => number
const distributions: Readonly<Record<string, readonly [draw: (uniform: Uniform) => number, mean: number]>> = {
  normal: [(u) => Math.sqrt(-2 * Math.log(1 - u())) * Math.cos(2 * Math.PI * u()), 0],
  exponential: [(u) => -Math.log(1 - u()), 1],
  "0 or 1, p = 0.3": [(u) => (u() < 0.3 ? 1 : 0), 0.3]
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const line = (cells: ReadonlyArray<string>): void => console.log(`| ${cells.join(" | ")} |`)

console.log(`Means, bootstrap over seeds: share of ${trials} studies whose interval holds the true mean\n`)
const sizes = [5, 6, 8, 10, 20, 50]
line(["values", ...sizes.map((n) => `${n} seeds`)])
line(["---", ...sizes.map(() => "---")])
for (const [name, [draw, mean]] of Object.entries(distributions)) {
  const shares = sizes.map((seeds) => {
    const random = makeRandom(`${name} ${seeds}`)
    let held = 0
    for (let t = 0; t < trials; t++) {
      const analysis = studyOf(seeds, 1, () => ({ wrong: draw(random.uniform) }))
      const { interval } = marginals(analysis, 0, "wrong")[0]!
      if (interval!.low <= mean && mean <= interval!.high) held++
    }
    return percent(held / trials)
  })
  line([name, ...shares])
}

console.log(
  `\nShares of success over 6 settings, p = 0.3: Wilson's interval at the effective trials, and at all of them\n`
)
line(["settings of a seed agree", ...[5, 10, 20].flatMap((n) => [`${n} seeds`, "all trials"])])
line(["---", ...Array.from({ length: 6 }, () => "---")])
for (const agreement of [0, 0.5, 1]) {
  const shares = [5, 10, 20].flatMap((seeds) => {
    const random = makeRandom(`rates ${agreement} ${seeds}`)
    let [held, naive] = [0, 0]
    for (let t = 0; t < trials; t++) {
      const common = Array.from({ length: seeds }, () => (random.uniform() < 0.3 ? 1 : 0))
      const analysis = studyOf(seeds, 6, (_, s) => ({
        ruleExact: random.uniform() < agreement ? common[s]! : random.uniform() < 0.3 ? 1 : 0
      }))
      const { interval, successes, trials: all } = overallRate(analysis, "ruleExact")
      const plain = wilson(successes, all)
      if (interval.low <= 0.3 && 0.3 <= interval.high) held++
      if (plain.low <= 0.3 && 0.3 <= plain.high) naive++
    }
    return [percent(held / trials), percent(naive / trials)]
  })
  line([percent(agreement), ...shares])
}

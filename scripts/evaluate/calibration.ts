// Whether stated confidences are true: class decisions of every inferrer over random rules, densities, lengths and noise.
//
//   npm run -s tool -- node scripts/evaluate/calibration.ts KEEP.jsonl [runs = 1500] [first run = 0] [figure.svg]
//
// Every run is one soup of a random rule (three of four Life-like, one isotropic), recorded with noise and masks, and
// appended to KEEP.jsonl; runs that are there already are not made again. Then prints the table over all runs there, and draws
// it as a reliability diagram.
// No network: the predictions are those of one that has learned every frequency of the census.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs"
import { Effect, Layer } from "../../packages/core/node_modules/effect/dist/index.js"
import {
  familyNamed,
  type Observation,
  rowTotal,
  type Rule,
  simulate,
  takeCensus,
  unobserved
} from "../../packages/automata/lattice/src/index.ts"
import { makeRandom } from "../../packages/random/src/index.ts"
import { gatherEvidence, Inferrer } from "../../packages/automata/subject/src/index.ts"
import { Registry, wilson } from "../../packages/core/src/index.ts"
import { reliabilityFigure, reliabilityFigureSvg } from "../../packages/charts/src/index.ts"
import { automataRegistries, families } from "../../packages/preset/src/index.ts"
import { environment } from "./recorded.ts"

const [keep, runs = "1500", first = "0", svg] = process.argv.slice(2)
if (keep === undefined) {
  console.error("usage: calibration.ts KEEP.jsonl [runs] [first run] [figure.svg]")
  process.exit(2)
}
const inferrers = ["threshold", "class-threshold", "likelihood"]

/** One run: settings, and of every inferrer and class met `[confidence, likeliest label right, label given]`. */
interface Run {
  readonly run: number
  readonly family: string
  readonly noise: number
  readonly mask: number
  readonly decisions: Record<string, ReadonlyArray<readonly [confidence: number, right: 0 | 1, given: 0 | 1]>>
}

/** A recorded soup: size, length, density, noise and mask drawn from the run's seed. */
const record = (run: number) => {
  const random = makeRandom(`calibration/${run}`)
  const family = familyNamed(families, run % 4 === 3 ? "isotropic" : "life-like")!
  const rule: Rule = { family, labels: Uint8Array.from(family.classes, () => random.below(2)) }
  const side = 16 + 8 * random.below(7)
  const frames = 3 + random.below(30)
  const density = 0.05 + 0.9 * random.uniform()
  const noise = run % 8 === 0 ? 0 : 0.002 * 75 ** random.uniform()
  const mask = run % 5 === 0 ? 0.3 * random.uniform() : 0
  const world = { width: side, height: side, boundary: "torus" as const }
  const soup = Uint8Array.from({ length: side * side }, () => (random.uniform() < density ? 1 : 0))
  const cells = simulate(rule, soup, world, frames - 1).map((cell) => {
    const seen = random.uniform() < noise ? 1 - cell : cell
    return random.uniform() < mask ? unobserved : seen
  })
  const recording = { ...world, source: `run ${run}`, frames, states: 2, cells, rule: null }
  const transitions = Array.from({ length: frames - 1 }, (_, t) => t)
  return { family, rule, noise, mask, observation: { recording, boundary: "torus", transitions } satisfies Observation }
}

const decide = Effect.fn("decide")(function* (run: number) {
  const { family, mask, noise, observation, rule } = record(run)
  const census = takeCensus(family.neighbourhood, 2, [observation])
  const learned = Float32Array.from(census.counts, (count, at) => {
    const total = rowTotal(census.counts, 2, at >> 1)
    return total === 0 ? 0.5 : count / total
  })
  const evidence = gatherEvidence(family, census, learned, { observations: [observation] })
  const decisions: Record<string, Run["decisions"][string]> = {}
  for (const id of inferrers) {
    const layer = Registry.select(automataRegistries.inferrers, { id, config: {} })
    const { classes } = yield* Effect.flatMap(Inferrer, ({ infer }) => infer(evidence)).pipe(Effect.provide(layer))
    decisions[id] = classes.flatMap(({ confidence, label, posterior, support }, index) =>
      support === 0
        ? []
        : [
            [
              confidence,
              Math.max(...posterior) === posterior[rule.labels[index]!] ? 1 : 0,
              label === null ? 0 : 1
            ] as const
          ]
    )
  }
  return { run, family: family.id, noise, mask, decisions } satisfies Run
})

const context = await Effect.runPromise(Effect.scoped(Layer.build(environment)))
const done = new Map<number, Run>()
if (existsSync(keep)) {
  for (const line of readFileSync(keep, "utf8").split("\n")) {
    if (line !== "") done.set(JSON.parse(line).run, JSON.parse(line))
  }
}
for (let run = Number(first); run < Number(first) + Number(runs); run++) {
  if (done.has(run)) continue
  const made = await Effect.runPromise(Effect.provideContext(decide(run), context))
  done.set(run, made)
  appendFileSync(keep, `${JSON.stringify(made)}\n`)
  if (run % 20 === 0) process.stderr.write(`\rrun ${run}`)
}

const figure = reliabilityFigure(
  inferrers.map((id) => ({
    title: id,
    decisions: [...done.values()].flatMap(({ decisions }) =>
      decisions[id]!.map(([confidence, right, given]) => ({ confidence, right: right === 1, given: given === 1 }))
    )
  })),
  wilson
)
const percent = (share: number | null): string => (share === null ? "" : `${(100 * share).toFixed(2)} %`)
console.log(
  "| inferrer | stated confidence | decisions | mean stated | right | given as a label | wrong labels given |"
)
console.log("|---|---|---|---|---|---|---|")
for (const { bins, title } of figure.panels) {
  // A label that is given although the other one is likelier: its own confidence is below one half.
  const against = [...done.values()].flatMap(({ decisions }) => decisions[title]!.filter(([stated]) => stated < 0.5))
  if (against.length > 0) {
    const stated = against.reduce((sum, [confidence]) => sum + confidence, 0) / against.length
    const wrong = against.filter(([, right]) => right === 1).length
    const right = 1 - wrong / against.length
    console.log(
      `| ${title} | below 0.5 | ${against.length} | ${percent(stated)} | ${percent(right)} | ${against.length} | ${wrong} |`
    )
  }
  for (const { decisions, from, given, right, stated, to, wrong } of bins) {
    console.log(
      `| ${title} | ${from} to ${to} | ${decisions} | ${percent(stated)} | ${percent(right)} | ${given} | ${wrong} |`
    )
  }
  const sum = (of: (bin: (typeof bins)[number]) => number): number => bins.reduce((total, bin) => total + of(bin), 0)
  console.log(
    `| ${title} | 0.5 and more | ${sum(({ decisions }) => decisions)} | | | ${sum(({ given }) => given)} | ${sum(({ wrong }) => wrong)} |`
  )
}
if (svg !== undefined) writeFileSync(svg, `${reliabilityFigureSvg(figure)}\n`)

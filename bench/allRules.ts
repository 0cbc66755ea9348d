/**
 * Every Life-like rule, read from one soup each without a network: `node bench/allRules.ts [--keep FILE] [--parts N]`.
 *
 * 262,144 rules in parts of 4,096; with `--keep` finished parts are appended to a file and not made again, and
 * `--parts` ends after so many new ones. A soup has 64 × 64 cells on a torus and evolves for 32 generations.
 */
import { bitSlicedStep, lifeLike, makeMooreCounter, makePacked, type Packed, rowTotal } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { gatherEvidence, Inferrer } from "@rulescope/automata"
import { likelihood } from "@rulescope/inferrer-likelihood"
import { Effect } from "effect"
import { appendFileSync, existsSync, readFileSync } from "node:fs"
import { parseArgs } from "node:util"

const { values } = parseArgs({ options: { keep: { type: "string" }, parts: { type: "string" } } })
const [side, generations, size, rules] = [64, 32, 4096, 1 << 18]

/** Classes of all rules of a part: shown by the soup and right, wrong or missed; not shown and open or labelled. */
interface Part {
  readonly from: number
  readonly seconds: number
  right: number
  wrong: number
  missed: number
  open: number
  guessed: number
}

const labels = new Uint8Array(18)
const worlds: readonly [Packed, Packed] = [makePacked(side, side), makePacked(side, side)]

/** Census of one soup, its density drawn from 0.1 to 0.75. */
const soupCensus = (code: number) => {
  const random = makeRandom(`all/${code}`)
  const density = 0.1 + 0.65 * random.uniform()
  worlds[0].words.fill(0)
  for (let i = 0; i < side * side; i++) if (random.uniform() < density) worlds[0].words[i >> 5]! |= 1 << (i & 31)
  const step = bitSlicedStep(labels, "torus")
  const counter = makeMooreCounter(side, side, "torus")
  for (let t = 0; t < generations; t++) {
    const [now, next] = t % 2 === 0 ? worlds : ([worlds[1], worlds[0]] as const)
    step(now, next)
    counter.add({ live: now, hidden: null }, { live: next, hidden: null })
  }
  const counts = new Float64Array(1024)
  counter.addTo(counts)
  return { neighbourhood: lifeLike.neighbourhood, states: 2, counts }
}

/** A network that was never trained: nothing of it is read. */
const unasked = new Float32Array(1024).fill(0.5)

const readPart = Effect.fn("readPart")(function* (from: number) {
  const { infer } = yield* Inferrer
  const part = { from, right: 0, wrong: 0, missed: 0, open: 0, guessed: 0 }
  const begun = process.cpuUsage()
  for (let code = from; code < from + size; code++) {
    for (let c = 0; c < 18; c++) labels[c] = (code >> c) & 1
    const census = soupCensus(code)
    const evidence = gatherEvidence(lifeLike, census, unasked)
    const { classes } = yield* infer(evidence)
    for (let c = 0; c < 18; c++) {
      const { label } = classes[c]!
      if (rowTotal(evidence.observed.counts, 2, c) === 0) part[label === null ? "open" : "guessed"]++
      else part[label === null ? "missed" : label === labels[c] ? "right" : "wrong"]++
    }
  }
  const { system, user } = process.cpuUsage(begun)
  return { ...part, seconds: (system + user) / 1e6 } satisfies Part
})

const layer = likelihood.layer({
  claim: 0.99,
  observationNoise: null,
  dynamicNoise: null,
  evidence: "observations",
  cells: 0,
  temper: 10,
  seed: "bench"
})
const done = new Map<number, Part>()
if (values.keep !== undefined && existsSync(values.keep)) {
  for (const line of readFileSync(values.keep, "utf8").split("\n")) {
    if (line !== "") done.set(JSON.parse(line).from, JSON.parse(line))
  }
}
let made = 0
for (let from = 0; from < rules && made < Number(values.parts ?? rules); from += size) {
  if (done.has(from)) continue
  const part = await Effect.runPromise(Effect.provide(readPart(from), layer))
  done.set(from, part)
  made++
  if (values.keep !== undefined) appendFileSync(values.keep, `${JSON.stringify(part)}\n`)
  process.stderr.write(`\r${done.size} of ${rules / size} parts`)
}
const total = { right: 0, wrong: 0, missed: 0, open: 0, guessed: 0, seconds: 0 }
for (const part of done.values()) {
  for (const name of Object.keys(total) as Array<keyof typeof total>) total[name] += part[name]
}
const { seconds, ...classes } = total
console.log(
  `\n${done.size * size} Life-like rules: ${seconds.toFixed(1)} processor seconds, ${((1000 * seconds) / (done.size * size)).toFixed(3)} ms a rule; classes ${JSON.stringify(classes)}`
)

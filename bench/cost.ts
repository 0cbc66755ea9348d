/**
 * What training costs by the length of the recording: on the census, and on frames.
 *
 *   npm run -s tool -- node bench/cost.ts [--seeds 5] [--dense 1e5,1e9]
 *
 * Life on a torus, from 10⁵ to 10⁹ observed cells. Seconds on the clock, in brackets of processor time: the census, and
 * one training run of each backbone at its defaults on it (medians over seeds). Below, the same networks trained on
 * frames until the same is learned, and the processor time that one pass over all cells takes them at that speed.
 */
import {
  type Census,
  emptyCensus,
  makeMooreCounter,
  makePacked,
  moore,
  packedStep,
  packInto,
  readRule,
  simulate,
  takeCensus
} from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { cnn } from "@rulescope/backbone-cnn"
import { p4 } from "@rulescope/backbone-p4"
import { p8 } from "@rulescope/backbone-p8"
import { Backbone, type Sample, sampleOf } from "@rulescope/automata"
import { Plugin } from "@rulescope/core"
import { Backend } from "@rulescope/tensor"
import { Effect } from "effect"
import { median } from "./measure.ts"
import { families } from "../packages/preset/src/index.ts"

const option = (name: string, initial: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? initial : process.argv[at + 1]!
}
const seeds = Number(option("seeds", "5"))
const lengths = [1e5, 1e6, 1e7, 1e8, 1e9]
const dense = option("dense", lengths.join()).split(",").map(Number)
const entries = [Plugin.erase(cnn), Plugin.erase(p4), Plugin.erase(p8)]

const read = readRule(families, "B3/S23")
if (!read.ok) throw new Error("Life")
const life = read.value
const soup = (side: number, seed: string): Uint8Array => {
  const random = makeRandom(seed)
  return Uint8Array.from({ length: side * side }, () => (random.uniform() < 0.4 ? 1 : 0))
}

/** Generations of a soup from which about so many cells are observed, sides of at most 2048. */
const sizeOf = (cells: number) => {
  const side = Math.min(2048, Math.floor(Math.sqrt(cells / 16)))
  return { side, generations: Math.round(cells / (side * side)) }
}

/** The census of about so many cells, counted while they evolve: frames are never held together. */
const censusOf = (cells: number): Census => {
  const { generations, side } = sizeOf(cells)
  const worlds = [makePacked(side, side), makePacked(side, side)] as const
  packInto(worlds[0], soup(side, `${cells}`), 1)
  const step = packedStep(life, "torus")!
  const counter = makeMooreCounter(side, side, "torus")
  for (let t = 0; t < generations; t++) {
    const [now, next] = t % 2 === 0 ? worlds : [worlds[1], worlds[0]]
    step(now, next)
    counter.add({ live: now, hidden: null }, { live: next, hidden: null })
  }
  const census = emptyCensus(moore(1), 2)
  counter.addTo(census.counts)
  return census
}

const samplesOf = (cells: number): ReadonlyArray<Sample> => {
  const { generations, side } = sizeOf(cells)
  const world = { width: side, height: side, boundary: "torus" as const }
  const recording = {
    ...world,
    source: "soup",
    frames: generations + 1,
    states: 2,
    cells: simulate(life, soup(side, `${cells}`), world, generations),
    rule: null
  }
  const transitions = Array.from({ length: generations }, (_, t) => t)
  return [sampleOf({ recording, boundary: "torus", transitions })]
}

interface Time {
  readonly clock: number
  readonly processor: number
}

const timed = Effect.fnUntraced(function* <A, E, R>(work: Effect.Effect<A, E, R>) {
  const [begun, used] = [performance.now(), process.cpuUsage()]
  const value = yield* work
  const { system, user } = process.cpuUsage(used)
  return { value, time: { clock: (performance.now() - begun) / 1e3, processor: (system + user) / 1e6 } }
})
const written = ({ clock, processor }: Time): string => `${clock.toFixed(2)} (${processor.toFixed(2)})`
const middle = (times: ReadonlyArray<Time>): Time => ({
  clock: median(times.map(({ clock }) => clock)),
  processor: median(times.map(({ processor }) => processor))
})
const row = (...cells: ReadonlyArray<string>): void => console.log(`| ${cells.join(" | ")} |`)

const all = Effect.gen(function* () {
  row("cells", "patterns", "census", ...entries.map(({ id }) => id))
  row("---", "---", "---", ...entries.map(() => "---"))
  for (const length of lengths) {
    const { time, value: census } = yield* timed(Effect.sync(() => censusOf(length)))
    const patterns = census.counts.reduce(
      (sum, _, i) => sum + (i % 2 === 0 && census.counts[i]! + census.counts[i + 1]! > 0 ? 1 : 0),
      0
    )
    const cells: Array<string> = []
    for (const entry of entries) {
      const { fit } = yield* Effect.provide(Backbone, entry.open({}))
      // The first run compiles kernels and warms the just-in-time compiler.
      yield* fit(census, "warm")
      const times: Array<Time> = []
      for (let seed = 0; seed < seeds; seed++) {
        const { time, value } = yield* timed(fit(census, `${seed}`))
        if (!value.info.allPatternsRight) throw new Error(`${entry.id} did not learn with seed ${seed}`)
        times.push(time)
      }
      cells.push(written(middle(times)))
    }
    row(length.toExponential(0), String(patterns), written(time), ...cells)
  }
  console.log("")
  row("cells", "backbone", "until learned", "steps", "one pass over all cells, processor")
  row("---", "---", "---", "---", "---")
  for (const length of dense) {
    const samples = samplesOf(length)
    const census = takeCensus(moore(1), 2, samples)
    const { side } = sizeOf(length)
    for (const entry of entries) {
      const { fit } = yield* Effect.provide(Backbone, entry.open({ training: "frames", batch: 2, attempts: 1 }))
      const { time, value } = yield* timed(fit(census, "dense", samples))
      const perStep = 2 * Math.min(side, 64) ** 2
      const pass = (time.processor / value.info.steps) * (length / perStep)
      const learned = value.info.allPatternsRight ? written(time) : `not in ${written(time)}`
      row(length.toExponential(0), entry.id, learned, String(value.info.steps), pass.toFixed(1))
    }
  }
})

await Effect.runPromise(Effect.provide(all, Backend.layer("wasm")))

/** Speed of simulation and census; `node bench/automata.ts`. Compare ratios of one run, not numbers of two. */
import {
  cellStep,
  lifeLike,
  makeMooreCounter,
  makePacked,
  packedStep,
  packInto,
  readRule,
  type Recording,
  type Rule,
  simulate,
  tableStep,
  takeCensus,
  takeClassCensus,
  unpackInto
} from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { gollySeconds, hasGolly } from "./golly.ts"
import { type Case, measure, median, processorSeconds, tableOf } from "./measure.ts"
import { families } from "../packages/preset/src/index.ts"

const rule = (text: string): Rule => {
  const read = readRule(families, text)
  if (!read.ok) throw new Error(read.error.reason)
  return read.value
}

const soup = (side: number): Uint8Array => {
  const { bits } = makeRandom(`bench/${side}`)
  return Uint8Array.from({ length: side * side }, () => bits() & 1)
}

const recordingOf = (cells: Uint8Array, side: number): Recording => ({
  source: "soup",
  width: side,
  height: side,
  frames: cells.length / (side * side),
  states: 2,
  cells,
  boundary: "torus",
  rule: null
})

const evolved = (text: string, side: number, generations: number): Recording =>
  recordingOf(simulate(rule(text), soup(side), { width: side, height: side, boundary: "torus" }, generations), side)

/** Steps to and fro between two packed worlds. */
const packedCase = (name: string, text: string, side: number): Case => {
  const step = packedStep(rule(text), "torus")!
  const worlds = [makePacked(side, side), makePacked(side, side)] as const
  packInto(worlds[0], soup(side), 1)
  const run = (): void => {
    step(worlds[0], worlds[1])
    step(worlds[1], worlds[0])
  }
  return { name, cells: 2 * side * side, run, against: "step, cell by cell, 512² torus, B36/S23" }
}

const stepCases = (): ReadonlyArray<Case> => {
  const bytes = [soup(512), new Uint8Array(512 * 512)] as const
  const life = rule("B36/S23")
  const byTable = tableStep(life, 512, 512, "torus")
  const byCells = cellStep(life, 512, 512, "torus")
  const against = "step, cell by cell, 512² torus, B36/S23"
  return [
    { name: against, cells: 512 * 512, run: () => byTable(bytes[0], bytes[1]) },
    packedCase("step, bit-sliced, 2048² torus, B36/S23", "B36/S23", 2048),
    packedCase("step, bit-sliced, 512² torus, B36/S23", "B36/S23", 512),
    packedCase("step, bit-sliced, 64² torus, B36/S23", "B36/S23", 64),
    packedCase("step, by windows, 2048² torus, B2-a/S12", "B2-a/S12", 2048),
    packedCase("step, by windows, 512² torus, B2-a/S12", "B2-a/S12", 512),
    {
      name: "step of bytes (cellStep), 512² torus, B36/S23",
      cells: 512 * 512,
      run: () => byCells(bytes[0], bytes[1]),
      against
    },
    {
      name: "simulate, all 65 frames as bytes, 512² torus, B36/S23",
      cells: 64 * 512 * 512,
      run: () => void simulate(life, bytes[0], { width: 512, height: 512, boundary: "torus" }, 64),
      against
    }
  ]
}

const packingCases = (): ReadonlyArray<Case> => {
  const side = 2048
  const cells = soup(side)
  const packed = makePacked(side, side)
  return [
    { name: "bytes to bits, 2048²", cells: side * side, run: () => packInto(packed, cells, 1) },
    { name: "bits to bytes, 2048²", cells: side * side, run: () => unpackInto(cells, packed) }
  ]
}

const censusCases = (): ReadonlyArray<Case> => {
  const side = 1024
  const against = "census, cell by cell, 256² torus"
  const small = evolved("B2/S", 256, 1)
  const packed = (name: string, text: string, generations: number): Case => {
    const recording = evolved(text, side, generations + 1)
    const [now, next] = [generations, generations + 1].map((t) => {
      const live = makePacked(side, side)
      packInto(live, recording.cells.subarray(t * side * side, (t + 1) * side * side), 1)
      return { live, hidden: null }
    })
    const counter = makeMooreCounter(side, side, "torus")
    return { name, cells: side * side, run: () => counter.add(now!, next!), against }
  }
  const bytes = (name: string, recording: Recording, boundary: "torus" | "unknown", perCall = false): Case => {
    const transitions = Array.from({ length: recording.frames - 1 }, (_, t) => t)
    const calls = perCall ? transitions.map((t) => [t]) : [transitions]
    const run = (): void => {
      for (const chosen of calls) takeCensus(lifeLike.neighbourhood, 2, [{ recording, boundary, transitions: chosen }])
    }
    return { name, cells: transitions.length * recording.width * recording.height, run, against }
  }
  const soups = evolved("B2/S", side, 8)
  const { uniform } = makeRandom("bench/mask")
  const masked = { ...soups, cells: soups.cells.map((cell) => (uniform() < 0.2 ? 255 : cell)) }
  return [
    {
      name: against,
      cells: 256 * 256,
      run: () => void takeClassCensus(lifeLike, [{ recording: small, boundary: "torus", transitions: [0] }])
    },
    packed("census of packed frames, 1024² torus, B2/S soup", "B2/S", 1),
    packed("census of packed frames, 1024² torus, B36/S23 after 300 generations", "B36/S23", 300),
    bytes("census of bytes, 1024² × 9 torus, B2/S soup", soups, "torus"),
    bytes("census of bytes, 1024² × 9 unknown border, B2/S soup", soups, "unknown"),
    bytes("census of bytes, 1024² × 9 torus, 20 % unobserved", masked, "torus"),
    bytes("census of bytes, 64² × 65 torus, B36/S23", evolved("B36/S23", 64, 64), "torus"),
    bytes("census of bytes, 64² × 65 torus, one call per transition", evolved("B36/S23", 64, 64), "torus", true)
  ]
}

/** Both in turn on one soup; medians of the ratios of 5 rounds. */
const gollyLines = (): ReadonlyArray<string> =>
  (
    [
      ["B2/S", 2048, 150],
      ["B2/S", 512, 600],
      ["B2-a/S12", 512, 600]
    ] as const
  ).map(([text, side, generations]) => {
    const cells = soup(side)
    const step = packedStep(rule(text), "torus")!
    const worlds = [makePacked(side, side), makePacked(side, side)] as const
    const ours = (): number => {
      packInto(worlds[0], cells, 1)
      return processorSeconds(() => {
        for (let t = 0; t < generations; t += 2) {
          step(worlds[0], worlds[1])
          step(worlds[1], worlds[0])
        }
      })
    }
    ours()
    const rounds = Array.from({ length: 5 }, () => {
      const golly = gollySeconds({ rule: text, side, cells }, generations)
      return { golly, ours: ours() }
    })
    const speed = (taken: ReadonlyArray<number>): string =>
      ((side * side * generations) / median(taken) / 1e9).toFixed(3)
    const ratio = median(rounds.map((round) => round.golly / round.ours)).toFixed(1)
    const [own, theirs] = [speed(rounds.map((r) => r.ours)), speed(rounds.map((r) => r.golly))]
    return `${text}, ${side}² torus, ${generations} generations: ${own} G cells/s, bgolly's QuickLife ${theirs}: × ${ratio}`
  })

console.log(tableOf("simulation, 10⁹ cells per second", measure(stepCases())))
console.log(`\n${tableOf("packing, 10⁹ cells per second", measure(packingCases()))}`)
console.log(`\n${tableOf("census, 10⁹ cells per second", measure(censusCases()))}`)
console.log(hasGolly ? `\n${gollyLines().join("\n")}` : "\nbgolly is not installed: no comparison with it")

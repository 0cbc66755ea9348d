import { unobserved, type Recording } from "@rulescope/lattice"
import {
  decodeRunSpec,
  type Evidence,
  EvidenceSoFar,
  Generator,
  type RuleEstimate,
  type RunEvent,
  RunResult,
  summariseEvidence
} from "@rulescope/automata"
import { Files, Registry, run, StageCache } from "@rulescope/core"
import { automata, automataRegistries } from "@rulescope/preset"
import { Backend } from "@rulescope/tensor"
import { Effect, Layer, Schema, Stream } from "effect"
import { unzipSync } from "fflate"
import { assert, beforeAll, describe, it } from "vitest"
import { openRun } from "../src/keep/openRun.ts"
import { runArchive, specText } from "../src/keep/runFiles.ts"
import { difference, replay } from "../src/proof/replay.ts"
import type { ReadingSoFar } from "../src/run/protocol.ts"
import { readSoFar } from "../src/run/readSoFar.ts"
import { liveReading } from "../src/run/liveReading.ts"
import { nothingYet, reduceRun, type RunState } from "../src/run/runState.ts"

const environment = Layer.mergeAll(
  Backend.layer("wasm"),
  StageCache.layerMemory,
  Layer.succeed(Files, Files.of({ read: () => Effect.die("no file is read here") }))
)

const raw = {
  name: "small",
  generator: { id: "soup", config: { rule: "B36/S23", width: 32, height: 32, generations: 10, soups: 3 } },
  backbone: { id: "cnn", config: { width: 16 } }
}

describe("a run on the page", () => {
  let events: ReadonlyArray<RunEvent> = []
  let state: RunState
  let result: RunResult
  let recordings: ReadonlyArray<Recording> = []
  const soFar: Array<ReadingSoFar> = []
  beforeAll(async () => {
    const spec = Effect.runSync(decodeRunSpec(raw))
    events = await Effect.runPromise(
      Effect.gen(function* () {
        const keep = (estimate: RuleEstimate, evidence: Evidence) =>
          soFar.push({ estimate, evidence: summariseEvidence(evidence) })
        // However busy the machine is.
        const show = yield* readSoFar(spec, keep, 60_000)
        const all = Stream.runCollect(run(automata, spec))
        return yield* Effect.provideService(all, EvidenceSoFar, show)
      }).pipe(Effect.provide(environment))
    )
    state = events.reduce(reduceRun, nothingYet)
    result = state.result!
    recordings = await Effect.runPromise(
      Effect.flatMap(Generator, ({ generate }) => generate(`${spec.seed}/generate`)).pipe(
        Effect.provide(Registry.select(automataRegistries.generators, spec.generator)),
        Effect.provide(environment)
      )
    )
  }, 60_000)

  it("is its events, reduced", () => {
    assert.deepStrictEqual(
      state.stages.map(({ stage }) => stage),
      ["generate", "family", "census", "fit", "infer", "verify", "verify", "infer"]
    )
    assert.isTrue(state.stages.every(({ seconds }) => seconds !== null))
    assert.deepStrictEqual(state.estimate, result.estimate)
    assert.deepStrictEqual(state.verdicts, result.verdicts)
    assert.isAtLeast(state.training.length, 1)
  })

  it("tells which stages were found in the cache", () => {
    assert.isTrue(state.stages.every(({ reused }) => !reused))
    const from = (reused: boolean): RunState =>
      [
        { _tag: "StageStarted" as const, stage: "fit" as const },
        { _tag: "StageFinished" as const, stage: "fit" as const, seconds: 0.1, reused }
      ].reduce<RunState>(reduceRun, nothingYet)
    assert.deepStrictEqual(from(true).stages, [{ stage: "fit", seconds: 0.1, reused: true }])
    assert.deepStrictEqual(from(false).stages, [{ stage: "fit", seconds: 0.1, reused: false }])
  })

  it("can be read at every moment of training: counters add up to the cells, α falls with the error", () => {
    const before = (event: RunEvent): RunState =>
      events.slice(0, events.indexOf(event) + 1).reduce(reduceRun, nothingYet)
    const moved = events.filter(({ _tag }) => _tag === "CountersMoved")
    assert.isAtLeast(moved.length, 1)
    assert.strictEqual(soFar.length, moved.length)
    const readings = moved.map((event, i) => liveReading({ state: before(event), soFar: soFar[i]! })!)
    const learned = events.find((event) => event._tag === "CensusTaken")!
    for (const { estimate, evidence } of readings) {
      const cells = evidence.predicted.flat().reduce((a, b) => a + b, 0)
      // What is learned from; the result is of all frames.
      assert.strictEqual(cells, learned.cells)
      const { alphaDead, alphaLive } = estimate.used.parameters as { alphaDead: number; alphaLive: number }
      assert.approximately(alphaDead + alphaLive, 0.6 * (1 - evidence.accuracy) * cells, 2)
    }
    assert.strictEqual(readings.at(-1)!.estimate.rule, "B36/S23")
    // An inferrer that takes its time: the counters alone.
    const last = moved.at(-1)!
    assert.strictEqual(liveReading({ state: before(last), soFar: null })!.estimate.rule, "B36/S23")
    for (const { estimate } of soFar) assert.strictEqual(estimate.used.inferrer, "threshold")
  })

  it("is kept and opened again, its recording with it", () => {
    const left = { model: Uint8Array.of(1, 2), png: null }
    const held = new Map([["drawn.rle", [{ name: "drawn.rle", bytes: new Uint8Array([1, 2]) }]]])
    const drawn = {
      ...result,
      spec: { ...result.spec, generator: { id: "recording", config: { path: "/far/drawn.rle" } } }
    }
    const here = { ...drawn, spec: { ...drawn.spec, generator: { id: "recording", config: { path: "drawn.rle" } } } }
    const opened = openRun([{ name: "run.zip", bytes: runArchive(here, events, held, left) }], () => 7)
    assert.isTrue(opened?.ok === true && opened.run?.id === 7 && opened.run.name === "small")
    if (opened?.ok !== true) return
    assert.deepStrictEqual(opened.run!.state.result, here)
    assert.deepStrictEqual(opened.run!.state.training, state.training)
    assert.deepStrictEqual(opened.run!.state.stages, state.stages)
    const members = unzipSync(runArchive(here, events, held, left))
    const curve = new TextDecoder().decode(members["training.csv"]).trim().split("\r\n")
    assert.strictEqual(curve[0], "attempt,step,loss,accuracy")
    assert.strictEqual(curve.length, state.training.length + 1)
    assert.include(new TextDecoder().decode(members["training.svg"]), "<svg")
    assert.deepStrictEqual([...opened.files.keys()], ["drawn.rle"])
    // A result from another machine names its recording as it lay there.
    const text = new TextEncoder().encode(JSON.stringify(Schema.encodeUnknownSync(RunResult)(drawn)))
    const far = openRun([{ name: "result.json", bytes: text }], () => 8)
    assert.deepStrictEqual(far?.ok === true && far.draft.generator.config, { path: "drawn.rle" })
  })

  it("opens a spec as a draft, explains a broken one, and leaves recordings alone", () => {
    const file = (name: string, text: string) => [{ name, bytes: new TextEncoder().encode(text) }]
    const spec = openRun(file("spec.json", specText(result.spec)), () => 1)
    assert.deepStrictEqual(spec?.ok === true && [spec.draft, spec.run], [result.spec, null])
    assert.isFalse(openRun(file("spec.json", '{"generator":{"id":"soup"},"sed":1}'), () => 1)?.ok)
    assert.isNull(openRun(file("grid.txt", "010\n111\n"), () => 1))
  })

  it("is replayed by the rule alone: a true rule never differs, one with a flipped label does", () => {
    const [first] = recordings
    for (const mode of ["alone", "each"] as const) {
      const made = replay(result, 0, first!, mode)
      assert.deepStrictEqual(made.cells, first!.cells)
      assert.isTrue(made.differing.every((count) => count === 0))
      assert.isTrue(made.known.every((count) => count === 1024))
    }
    const classes = result.estimate.classes.map((one) => (one.class === "S2" ? { ...one, label: 0 } : one))
    const wrong = replay({ ...result, estimate: { ...result.estimate, classes } }, 0, first!, "each")
    assert.strictEqual(wrong.differing[0], 0)
    assert.isAbove(wrong.differing[1]!, 0)
  })

  it("calls a cell that one side does not know neither equal nor different", () => {
    assert.deepStrictEqual(
      [...difference(Uint8Array.of(0, 1, 1, unobserved), Uint8Array.of(0, 0, unobserved, 1))],
      [0, 1, unobserved, unobserved]
    )
  })
})

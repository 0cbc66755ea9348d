import { type Family, formatRule } from "@rulescope/lattice"
import { decodeRunSpec, type RunEvent, type RunResult } from "@rulescope/automata"
import { Files, run, StageCache } from "@rulescope/core"
import { automata } from "@rulescope/preset"
import { Backend } from "@rulescope/tensor"
import { families, randomRule } from "@rulescope/testkit"
import { assert, describe, it, layer } from "@effect/vitest"
import { Effect, Fiber, Layer, Stream } from "effect"

const noFiles = Layer.succeed(Files, Files.of({ read: () => Effect.die("no file is read here") }))
const environment = Layer.mergeAll(Backend.layer("wasm"), noFiles, StageCache.layerMemory)

const soups = (family: Family, rule: string) => ({
  rule,
  width: family.neighbourhood.dimension === 1 ? 400 : 48,
  height: family.neighbourhood.dimension === 1 ? 1 : 48,
  density: 0.5,
  generations: 12,
  soups: 5
})

const collect = (raw: unknown) =>
  Effect.gen(function* () {
    const spec = yield* decodeRunSpec(raw)
    return yield* Stream.runCollect(run(automata, spec))
  })

const resultOf = (events: ReadonlyArray<RunEvent>): RunResult => {
  const last = events.at(-1)
  if (last?._tag !== "RunFinished") throw new Error(`ended with ${last?._tag}`)
  return last.result
}

const highlife = { generator: { id: "soup", config: soups(families[1]!, "B36/S23") } }

layer(environment, { timeout: "120 seconds" })("pipeline", (it) => {
  describe.each(families.map((family) => [family.id, family] as const))("%s", (id, family) => {
    it.effect("finds a random rule from soups and proves it", () =>
      Effect.gen(function* () {
        const rule = randomRule(family, "pipeline")
        const text = formatRule(rule)
        const result = resultOf(yield* collect({ family: id, generator: { id: "soup", config: soups(family, text) } }))
        for (const [index, { class: name, label, support }] of result.estimate.classes.entries()) {
          assert.strictEqual(label, support > 0 ? rule.labels[index]! : null, name)
        }
        assert.strictEqual(result.verdicts.heldOut.status, "confirmed")
        assert.strictEqual(result.evidence.accuracy, 1)
        assert.strictEqual(result.truth, text)
      })
    )
  })

  it.effect("chooses the family, and reports every stage in order", () =>
    Effect.gen(function* () {
      const events = yield* collect({ ...highlife, seed: 3 })
      const result = resultOf(events)
      assert.strictEqual(result.family.id, "life-like")
      assert.strictEqual(result.estimate.rule, "B36/S23")
      const tags = events.map((event) => event._tag).filter((tag) => !/Training|Stage|CountersMoved/.test(tag))
      assert.deepStrictEqual(tags, [
        "RunStarted",
        "RecordingsReady",
        "FamilyChosen",
        "CensusTaken",
        "ModelTrained",
        "EvidenceGathered",
        "RuleInferred",
        "VerdictReached",
        "VerdictReached",
        // Read once more, from all frames.
        "EvidenceGathered",
        "RuleInferred",
        "Judged",
        "RunFinished"
      ])
    })
  )

  it.effect("an inferrer that cannot read the frames refuses before a network is trained", () =>
    Effect.gen(function* () {
      const spec = yield* decodeRunSpec({ ...highlife, stride: 2, inferrer: { id: "threshold" } })
      const events: Array<RunEvent> = []
      const stream = Stream.tap(run(automata, spec), (event) => Effect.sync(() => void events.push(event)))
      const error = yield* Effect.flip(Stream.runDrain(stream))
      assert.include(error.message, "the frames are 2 generations apart")
      assert.deepStrictEqual(
        events.map((event) => event._tag).filter((tag) => /Training|Model/.test(tag)),
        []
      )
    })
  )

  it.effect("two runs of one spec give the same result, another seed another model", () =>
    Effect.gen(function* () {
      const fresh = (seed: number) =>
        collect({ ...highlife, seed }).pipe(Effect.provide(StageCache.layerMemory), Effect.map(resultOf))
      const first = yield* fresh(5)
      assert.deepStrictEqual(yield* fresh(5), first)
      assert.notStrictEqual((yield* fresh(6)).model.key, first.model.key)
    })
  )

  it.effect("swapping only the inferrer reuses the trained model", () =>
    Effect.gen(function* () {
      const reused = (events: ReadonlyArray<RunEvent>, stage: string) =>
        events.flatMap((event) => (event._tag === "StageFinished" && event.stage === stage ? [event.reused] : []))
      yield* collect({ ...highlife, seed: 8 })
      const swapped = yield* collect({ ...highlife, seed: 8, inferrer: { id: "threshold", config: { beta: 3 } } })
      assert.deepStrictEqual(reused(swapped, "fit"), [true])
      assert.deepStrictEqual(reused(swapped, "infer"), [false, false])
      const again = yield* collect({ ...highlife, seed: 8 })
      assert.deepStrictEqual(
        [reused(again, "fit"), reused(again, "infer"), reused(again, "verify")],
        [[true], [true, true], [true, true]]
      )
    })
  )

  it.effect(
    "a shared cache never hands a run what belongs to another",
    () =>
      Effect.gen(function* () {
        const specs = [
          { ...highlife, seed: 21 },
          { ...highlife, seed: 22 },
          { ...highlife, seed: 21, backbone: { config: { width: 48 } } },
          { ...highlife, seed: 21, augmenters: [{ id: "flip", config: { gamma: 0.2 } }] }
        ]
        const shared = yield* Effect.forEach(specs, (spec) => Effect.map(collect(spec), resultOf))
        const alone = yield* Effect.forEach(specs, (spec) =>
          collect(spec).pipe(Effect.provide(StageCache.layerNone), Effect.map(resultOf))
        )
        assert.deepStrictEqual(shared, alone)
        assert.notDeepEqual(shared[0]!.evidence.predicted, shared[3]!.evidence.predicted)
        assert.deepStrictEqual(shared[0]!.evidence.observed, shared[3]!.evidence.observed)
      }),
    20_000
  )

  it.effect("an unreadable cache entry is computed anew", () =>
    Effect.gen(function* () {
      const broken = Layer.succeed(
        StageCache.StageCache,
        StageCache.StageCache.of({
          get: () => Effect.succeedSome(new Uint8Array([1, 2, 3])),
          set: () => Effect.void
        })
      )
      const result = resultOf(yield* collect(highlife).pipe(Effect.provide(broken)))
      assert.strictEqual(result.estimate.rule, "B36/S23")
    })
  )

  it.effect.each(["cnn", "p4", "p8"])("shows the counters filling while %s trains, up to those that are read", (id) =>
    Effect.gen(function* () {
      const events = yield* collect({ ...highlife, seed: 5, backbone: { id, config: { width: 8 } } })
      const moved = events.flatMap((event) => (event._tag === "CountersMoved" ? [event.predicted] : []))
      const progressed = events.filter((event) => event._tag === "TrainingProgressed")
      assert.isAtLeast(moved.length, 1)
      assert.strictEqual(moved.length, progressed.length)
      const learned = events.find((event) => event._tag === "CensusTaken")!
      const gathered = events.find((event) => event._tag === "EvidenceGathered")!
      for (const predicted of moved)
        assert.strictEqual(
          predicted.flat().reduce((a, b) => a + b, 0),
          learned.cells
        )
      assert.deepStrictEqual(moved.at(-1), gathered.evidence.predicted)
    })
  )

  it.effect("cancelling in the middle of training frees every tensor and keeps no half result", () =>
    Effect.gen(function* () {
      const runtime = yield* Effect.flatMap(Backend.Backend, (backend) => backend.use)
      yield* collect(highlife)
      const before = runtime.tf.memory().numTensors
      const spec = yield* decodeRunSpec({ ...highlife, seed: 77 })
      const seen: Array<RunEvent> = []
      const fiber = yield* Effect.forkChild(
        Stream.runForEach(run(automata, spec), (event) => Effect.sync(() => void seen.push(event)))
      )
      while (!seen.some((event) => event._tag === "TrainingProgressed"))
        yield* Effect.promise(() => new Promise((done) => setTimeout(done, 1)))
      yield* Fiber.interrupt(fiber)
      assert.isFalse(seen.some((event) => event._tag === "ModelTrained"))
      assert.strictEqual(runtime.tf.memory().numTensors, before)
      assert.strictEqual(resultOf(yield* collect({ ...highlife, seed: 77 })).estimate.rule, "B36/S23")
    })
  )
})

it.effect("errors of a run are typed and say what to do", () =>
  Effect.gen(function* () {
    const messageOf = (raw: unknown) => Effect.map(Effect.flip(collect(raw)), (error) => error.message)
    assert.include(
      yield* messageOf({ ...highlife, backbone: { id: "cnm" } }),
      'no backbone is called "cnm"; known: cnn'
    )
    assert.include(yield* messageOf({ ...highlife, inferrer: { id: "threshold", config: { betta: 1 } } }), '"betta"')
    assert.include(
      yield* messageOf({ ...highlife, family: "lifelike" }),
      'no family is called "lifelike"; known: auto, '
    )
  }).pipe(Effect.provide(environment))
)

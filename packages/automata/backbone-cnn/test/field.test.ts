import { emptyCensus, moore, takeCensus, vonNeumann } from "@rulescope/lattice"
import { Backbone, decodeModel, encodeModel, predictedStates, Reporter, RunEvent, sampleOf } from "@rulescope/automata"
import { observeAll, recordSoup } from "@rulescope/testkit"
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Config } from "../src/index.ts"
import { cnnOn, ruleOf, tensors } from "./setting.ts"

const rule = ruleOf("B36/S23")
const all = Array.from({ length: 512 }, (_, pattern) => pattern)

/** Fits a soup, and tells what was reported. */
const fitSoup = (size: { readonly frames: number; readonly height: number; readonly width: number }) =>
  Effect.gen(function* () {
    const observation = observeAll(recordSoup(rule, "field", size))
    const census = takeCensus(moore(1), 2, [observation])
    const events: Array<RunEvent> = []
    const before = yield* tensors
    const { fit, predict } = yield* Backbone
    const model = yield* fit(census, "seed", [sampleOf(observation)]).pipe(
      Effect.provideService(Reporter, (event) => Effect.sync(() => void events.push(event)))
    )
    const probabilities = yield* predict(decodeModel(encodeModel(model)), all)
    assert.deepStrictEqual(probabilities, yield* predict(model, all))
    assert.strictEqual(yield* tensors, before)
    const started = events.find((event) => event._tag === "TrainingStarted")
    const right = predictedStates(probabilities, 2).filter((state, pattern) => {
      const row = census.counts.subarray(2 * pattern, 2 * pattern + 2)
      return row[0]! + row[1]! > 0 && row[state]! > 0
    }).length
    const observed = all.filter((pattern) => census.counts[2 * pattern]! + census.counts[2 * pattern + 1]! > 0).length
    assert.strictEqual(model.info.allPatternsRight, right === observed)
    return { model, started, right, observed }
  })

const small: Partial<typeof Config.Encoded> = { width: 24 }

for (const change of [{ kernel: 5 }, { kernel: 3, convolutions: 2 }] as const) {
  it.live(`${JSON.stringify(change)} learns from the census of its own 5×5 patches while they are few`, () =>
    Effect.gen(function* () {
      const { model, observed, right, started } = yield* fitSoup({ frames: 7, height: 24, width: 24 })
      assert.isAtLeast(right, 0.95 * observed)
      assert.deepInclude(started, { field: "moore-2", on: "census", backend: "wasm" })
      assert.deepInclude(model.info, { neighbourhood: "moore-1", field: "moore-2", trainedOn: "census" })
    }).pipe(Effect.provide(cnnOn("wasm", { ...small, ...change })))
  )
}

it.live("on frames it learns the same, cell by cell", () =>
  Effect.gen(function* () {
    const { model, observed, right, started } = yield* fitSoup({ frames: 30, height: 24, width: 40 })
    assert.strictEqual(right, observed)
    assert.deepInclude(started, { field: "moore-1", on: "frames", rows: 2 })
    assert.strictEqual(model.info.trainedOn, "frames")
    assert.notProperty(model.info, "field")
  }).pipe(Effect.provide(cnnOn("wasm", { ...small, training: "frames" })))
)

it.live("turns to frames by itself when the patches are many", () =>
  Effect.gen(function* () {
    const { started } = yield* fitSoup({ frames: 9, height: 64, width: 64 })
    assert.deepInclude(started, { field: "moore-2", on: "frames" })
  }).pipe(Effect.provide(cnnOn("wasm", { width: 4, kernel: 5, maxSteps: 2, attempts: 1 })))
)

it.live("keeps to the census when told to, however many they are", () =>
  Effect.gen(function* () {
    const { started } = yield* fitSoup({ frames: 9, height: 64, width: 64 })
    assert.deepInclude(started, { field: "moore-2", on: "census" })
    assert.isAbove((started as { readonly rows: number }).rows, 4096)
  }).pipe(Effect.provide(cnnOn("wasm", { width: 4, kernel: 5, training: "census", maxSteps: 1, attempts: 1 })))
)

it.live("refuses what it cannot see, or has not been shown", () =>
  Effect.gen(function* () {
    const { fit } = yield* Backbone
    const census = takeCensus(moore(1), 2, [observeAll(recordSoup(rule, "field"))])
    const unseen = yield* Effect.flip(fit(census, "seed"))
    assert.match(unseen.message, /the cells of moore-2 takes the frames.*kernel "rule"/)
    const wide = emptyCensus(vonNeumann(2), 2)
    wide.counts[0] = 1
    assert.isTrue((yield* Effect.exit(fit(wide, "seed", [])))._tag === "Failure")
    const window = observeAll({ ...recordSoup(rule, "tiny", { width: 4, height: 4 }), boundary: "unknown" })
    const narrow = yield* Effect.flip(fit(takeCensus(moore(1), 2, [window]), "seed", [sampleOf(window)]))
    assert.match(narrow.message, /no cell is observed together with all of moore-2/)
  }).pipe(Effect.provide(cnnOn("wasm", { kernel: 5 })))
)

it.live("refuses a kernel smaller than the rule's neighbourhood", () =>
  Effect.gen(function* () {
    const census = emptyCensus(vonNeumann(2), 2)
    census.counts[0] = 1
    const error = yield* Effect.flip((yield* Backbone).fit(census, "seed"))
    assert.match(error.message, /receptive field moore-1 is smaller than the neighbourhood von-neumann-2/)
  }).pipe(Effect.provide(cnnOn("wasm", { kernel: 3 })))
)

for (const activation of ["prelu", "poly2"] as const) {
  it.live(`learns with ${activation}`, () =>
    Effect.gen(function* () {
      const { observed, right } = yield* fitSoup({ frames: 9, height: 24, width: 40 })
      assert.strictEqual(right, observed)
    }).pipe(Effect.provide(cnnOn("wasm", { activation })))
  )
}

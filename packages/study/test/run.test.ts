import { assert, describe, it } from "@effect/vitest"
import { RunDetail } from "@rulescope/automata"
import { lineOf, StageCache } from "@rulescope/core"
import { Effect, Layer, Option, Schema, Stream } from "effect"
import {
  decodeStudySpec,
  layerInProcess,
  layerMemory,
  makePlan,
  runStudy,
  type StudyRow,
  StudyStore,
  tasksOf
} from "../src/index.ts"
import { base, calls, subjects } from "./small.ts"

/** 3 backbones, 4 inferrers, 3 lists of augmenters of which one changes what is learned. */
const study = {
  name: "all",
  base,
  axes: [
    { path: "backbone", values: ["cnn", "p4", "p8"] },
    { path: "inferrer", values: ["threshold", "second", "third", "fourth"] },
    { path: "augmenters", label: "augmenters", values: [[], ["lesson"], ["counters"]] }
  ],
  seeds: 2
}

const decodeDetail = Schema.decodeUnknownSync(RunDetail)

const planOf = (raw: object) => Effect.flatMap(decodeStudySpec(raw), (spec) => makePlan(subjects, spec))

/** A stage cache that counts what is put into it: one entry for every training. */
const counting = () => {
  const entries = new Map<string, Uint8Array>()
  let sets = 0
  const layer = Layer.succeed(
    StageCache.StageCache,
    StageCache.StageCache.of({
      get: (key) => Effect.sync(() => Option.fromUndefinedOr(entries.get(key))),
      set: (key, bytes) =>
        Effect.sync(() => {
          sets++
          entries.set(key, bytes)
        })
    })
  )
  return { layer, sets: () => sets }
}

/** A row without the times in it. */
const timeless = ({ metrics, ...row }: StudyRow) => ({
  ...row,
  finished: "",
  metrics: Object.fromEntries(Object.entries(metrics).filter(([name]) => !name.startsWith("seconds")))
})

describe("a study", () => {
  it.effect("generates, trains and gathers as often as the plan says, and no run is missing", () =>
    Effect.gen(function* () {
      const plan = yield* planOf(study)
      assert.deepStrictEqual(plan.counts, { runs: 72, observe: 2, fit: 12, gather: 18, infer: 72 })
      const cache = counting()
      const store = yield* StudyStore
      const before = { ...calls }
      const events = yield* Stream.runCollect(
        runStudy(plan).pipe(Stream.provide(Layer.provide(layerInProcess(subjects), cache.layer)))
      )
      // Once more for all frames where those of the proof show new patterns.
      assert.isAtLeast(cache.sets(), plan.counts.fit)
      assert.isAtMost(cache.sets(), 2 * plan.counts.fit)
      assert.strictEqual(calls.generate - before.generate, plan.counts.observe)
      assert.strictEqual(calls.predict - before.predict, 2 * plan.counts.gather)
      assert.strictEqual(events.filter((event) => event._tag === "RunEnded" && event.trained).length, plan.counts.fit)
      const rows = yield* store.rows
      assert.deepStrictEqual(
        rows.map(({ key }) => key),
        plan.runs.map(({ key }) => key)
      )
      assert.isTrue(rows.every(({ metrics, status }) => status === "done" && typeof metrics["ruleExact"] === "number"))
      const detail = decodeDetail(yield* store.detail(rows[5]!.key))
      assert.strictEqual(detail.estimate.rule, rows[5]!.rule)
      assert.strictEqual(detail.data.family.id, "life-like")
    }).pipe(Effect.provide(layerMemory))
  )

  it.effect("goes on where it was: what is left is computed, and the table is the same", () =>
    Effect.gen(function* () {
      const plan = yield* planOf(study)
      const whole = counting()
      const table = (layer: Layer.Layer<StageCache.StageCache>, parts: ReadonlyArray<number>) =>
        Effect.gen(function* () {
          for (const part of parts) {
            yield* Stream.runDrain(
              Stream.take(runStudy(plan), part).pipe(Stream.provide(Layer.provide(layerInProcess(subjects), layer)))
            )
          }
          return (yield* (yield* StudyStore).rows).map(timeless)
        }).pipe(Effect.provide(Layer.fresh(layerMemory)))
      const cut = counting()
      assert.deepStrictEqual(yield* table(cut.layer, [20, 31, Infinity]), yield* table(whole.layer, [Infinity]))
      assert.strictEqual(cut.sets(), whole.sets())
    })
  )

  it.effect("a run that fails is a row with its error; the others are made; on request it is tried again", () =>
    Effect.gen(function* () {
      const plan = yield* planOf({
        name: "broken",
        base,
        axes: [{ path: "backbone.config.broken", values: [false, true] }],
        seeds: 2
      })
      const { rows } = yield* StudyStore
      const executor = Layer.provide(layerInProcess(subjects), StageCache.layerNone)
      yield* Stream.runDrain(runStudy(plan).pipe(Stream.provide(executor)))
      const made = yield* rows
      assert.deepStrictEqual(
        made.map(({ status }) => status),
        ["done", "done", "failed", "failed"]
      )
      const { error } = made[2]!
      assert.strictEqual(error?.tag, "BackboneError")
      assert.strictEqual(error?.message, "cnn: it is broken; mend it")
      assert.strictEqual(lineOf(error!.problem!), error!.message)
      assert.isNull(made[2]!.rule)
      const count = (again: boolean) =>
        Effect.map(Stream.runCollect(runStudy(plan, { again }).pipe(Stream.provide(executor))), (events) =>
          events.filter(({ _tag }) => _tag === "RunEnded")
        )
      assert.strictEqual((yield* count(false)).length, 0)
      assert.strictEqual((yield* count(true)).length, 2)
    }).pipe(Effect.provide(layerMemory))
  )

  it.effect("proves only what it is asked to", () =>
    Effect.gen(function* () {
      const executor = Layer.provide(layerInProcess(subjects), StageCache.layerNone)
      const { detail, rows } = yield* StudyStore
      const plan = yield* planOf({ name: "quick", base, axes: [], metrics: ["ruleExact"] })
      yield* Stream.runDrain(runStudy(plan).pipe(Stream.provide(executor)))
      const [row] = yield* rows
      assert.isNull(row!.metrics["heldOutAccuracy"])
      assert.isNull((yield* detail(row!.key))!.verdict)
    }).pipe(Effect.provide(layerMemory))
  )
})

describe("tasks", () => {
  it.effect("no model is trained by two tasks, for any number of workers", () =>
    Effect.gen(function* () {
      const plan = yield* planOf(study)
      for (const parallel of [1, 2, 8]) {
        const tasks = tasksOf(plan, new Set(), parallel)
        assert.strictEqual(tasks.flatMap(({ runs }) => runs).length, 72)
        const firsts = tasks.filter(({ after }) => after === null)
        assert.strictEqual(firsts.length, plan.counts.fit)
        for (const { after, runs } of tasks) {
          assert.strictEqual(new Set(runs.map(({ keys }) => keys["learn"])).size, 1)
          if (after !== null) assert.isTrue(firsts.some(({ id }) => id === after))
        }
      }
      assert.isAbove(tasksOf(plan, new Set(), 8).length, plan.counts.fit)
      const done = new Set(plan.runs.slice(0, 70).map(({ key }) => key))
      assert.deepStrictEqual(
        tasksOf(plan, done, 1).flatMap(({ runs }) => runs.map(({ run }) => run)),
        [70, 71]
      )
    })
  )
})

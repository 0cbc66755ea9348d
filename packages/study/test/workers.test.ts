import { assert, describe, it } from "@effect/vitest"
import { StageCache } from "@rulescope/core"
import { Effect, Layer, Stream } from "effect"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Worker } from "node:worker_threads"
import {
  decodeStudySpec,
  type Executor,
  layerInProcess,
  layerMemory,
  makePlan,
  runStudy,
  type StudyRow,
  StudyStore
} from "../src/index.ts"
import { WorkerExecutor } from "../src/node/index.ts"
import { subjects } from "./fragile.ts"
import { base } from "./small.ts"

const workers = (count: number, memoryMb = 256) =>
  WorkerExecutor.layer({
    entry: new URL("./worker.ts", import.meta.url),
    data: null,
    memoryMb,
    workers: count
  })

const planOf = (raw: object) =>
  Effect.flatMap(decodeStudySpec({ name: "w", base, ...raw }), (s) => makePlan(subjects, s))

/** Rows without what differs from one time to the next. */
const tableOf = (raw: object, executor: Layer.Layer<Executor>) =>
  Effect.gen(function* () {
    yield* Stream.runDrain(Stream.provide(runStudy(yield* planOf(raw)), executor))
    const rows = yield* (yield* StudyStore).rows
    const timeless = ({ metrics, ...row }: StudyRow) => ({ ...row, finished: "", right: metrics["right"] })
    return rows.map(timeless)
  }).pipe(Effect.provide(Layer.fresh(layerMemory)))

const notes = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "rulescope-worker-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
).pipe(Effect.map((folder) => join(folder, "notes")))

describe("worker threads", () => {
  it.live("end with the table that one thread gives", () =>
    Effect.gen(function* () {
      const raw = {
        axes: [
          { path: "backbone", values: ["cnn", "p4", { id: "cnn", config: { broken: true } }] },
          { path: "inferrer", values: ["threshold", "second", "third", "fourth"] },
          { path: "inferrer.config.beta", range: { from: 1, to: 40, steps: 40 } }
        ],
        seeds: 2
      }
      const expected = yield* tableOf(raw, Layer.provide(layerInProcess(subjects), StageCache.layerMemory))
      const found = yield* tableOf(raw, workers(3))
      assert.strictEqual(found.length, 960)
      assert.deepStrictEqual(found, expected)
    })
  )

  it.live("one that is lost is replaced, and the run tried again", () =>
    Effect.gen(function* () {
      const config = { notes: yield* notes, times: 1, memory: false }
      const raw = { axes: [{ path: "inferrer", values: ["threshold", "second"] }], seeds: 2 }
      const rows = yield* tableOf({ ...raw, base: { ...base, backbone: { id: "fragile", config } } }, workers(1))
      assert.deepStrictEqual(
        rows.map(({ status }) => status),
        ["done", "done", "done", "done"]
      )
    })
  )

  it.live("a run that loses every worker is a row with the error, and the others are made", () =>
    Effect.gen(function* () {
      for (const memory of [false, true]) {
        const config = { notes: yield* notes, times: 1e9, memory }
        const raw = { axes: [{ path: "backbone", values: ["p4", { id: "fragile", config }, "p8"] }] }
        const rows = yield* tableOf(raw, workers(2, 64))
        assert.deepStrictEqual(
          rows.map(({ status }) => status),
          ["done", "failed", "done"]
        )
        assert.strictEqual(rows[1]!.error!.tag, "WorkerLost")
        assert.include(rows[1]!.error!.message, memory ? "ran out of its 64 MB" : "the worker ended with code 7")
      }
    })
  )

  it.live("end when the study is interrupted", () =>
    Effect.gen(function* () {
      const threads: Array<Worker> = []
      const note = (worker: Worker) => void threads.push(worker)
      process.on("worker", note)
      const raw = { axes: [{ path: "inferrer.config.beta", range: { from: 1, to: 2000, steps: 2000 } }], seeds: 2 }
      const plan = yield* planOf(raw)
      yield* Stream.runDrain(Stream.take(Stream.provide(runStudy(plan), workers(2)), 9))
      process.off("worker", note)
      assert.deepStrictEqual(
        threads.map(({ threadId }) => threadId),
        [-1, -1]
      )
      assert.isBelow((yield* (yield* StudyStore).rows).length, 100)
    }).pipe(Effect.provide(layerMemory))
  )
})

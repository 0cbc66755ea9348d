import { Machine } from "@rulescope/core"
import { assert, it } from "@effect/vitest"
import { Effect, Exit, Fiber } from "effect"
import { explainFailure } from "../src/backends/BackendError.ts"
import { Backend, owned, probeBackends } from "../src/index.ts"
import { backendsHere } from "@rulescope/testkit"
import { runtimeOf } from "./backends.ts"

const use = Effect.flatMap(Backend.Backend, ({ use }) => use)

it.effect("a layer loads nothing until its backend is used", () =>
  Effect.gen(function* () {
    yield* Backend.Backend
    assert.isFalse("_tfengine" in globalThis)
    yield* use
    assert.isTrue("_tfengine" in globalThis)
  }).pipe(Effect.provide(Backend.layer("cpu")))
)

it.effect("the first user may give up while loading without spoiling it for the next", () =>
  Effect.gen(function* () {
    const first = yield* Effect.forkChild(use, { startImmediately: true })
    yield* Fiber.interrupt(first)
    assert.isTrue(Exit.hasInterrupts(yield* Fiber.await(first)))
    assert.strictEqual((yield* use).name, "wasm")
  }).pipe(Effect.provide(Backend.layer("wasm")))
)

it.effect("two backends take turns in one process", () =>
  Effect.gen(function* () {
    const runtimes = yield* Effect.forEach(backendsHere, runtimeOf)
    for (let round = 0; round < 3; round++) {
      for (const { compute, name, tf } of runtimes) {
        assert.strictEqual(compute(() => tf.square(tf.scalar(round))).dataSync()[0], round * round)
        assert.strictEqual(tf.getBackend(), name.startsWith("node") ? "tensorflow" : name)
      }
    }
  })
)

it.effect("computing frees all but the result, owning frees that with the scope", () =>
  Effect.gen(function* () {
    const runtime = yield* runtimeOf("wasm")
    const { tf } = runtime
    const before = tf.memory().numTensors
    yield* Effect.scoped(
      Effect.gen(function* () {
        const sum = yield* owned(runtime, () => tf.add(tf.scalar(1), tf.scalar(2)))
        assert.strictEqual(tf.memory().numTensors, before + 1)
        assert.strictEqual(sum.dataSync()[0], 3)
      })
    )
    assert.strictEqual(tf.memory().numTensors, before)
  })
)

it.live("the probe reports every backend: it works and how fast, or why not and what to do", () =>
  Effect.gen(function* () {
    const reports = yield* probeBackends()
    assert.deepStrictEqual(
      reports.map(({ backend }) => backend),
      ["wasm", "cpu", "webgpu", "webgl", "node", "node-gpu"]
    )
    for (const { backend, largeStepMs, reason, remedy, stepMs, works } of reports) {
      if (backend === "wasm" || backend === "cpu") assert.isTrue(works, `${backend}: ${reason}`)
      if (works) {
        assert.isAbove(stepMs!, 0)
        if (stepMs! < 50) assert.isAbove(largeStepMs!, stepMs!)
      } else {
        assert.isNull(stepMs)
        assert.isNull(largeStepMs)
        assert.notInclude(reason!, "\n")
        assert.isAbove(remedy!.length, 0)
      }
    }
  })
)

const chosen = (preference: Backend.Preference, multiplications: number, times: Readonly<Record<string, number>>) =>
  Effect.gen(function* () {
    const measured: Array<string> = []
    const { fastest } = yield* Backend.Backend
    const { name } = yield* fastest({
      multiplications,
      milliseconds: ({ name }) =>
        Effect.sync(() => {
          measured.push(name)
          return times[name]!
        })
    })
    return { name, measured }
  }).pipe(Effect.provide(Backend.layer(preference)))

it.live("small steps and named backends are not measured", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* chosen("auto", Backend.smallStep - 1, {}), { name: "wasm", measured: [] })
    assert.deepStrictEqual(yield* chosen("cpu", Backend.smallStep, {}), { name: "cpu", measured: [] })
  })
)

it.live("for a large step every backend that works is measured, and the fastest taken", () =>
  Effect.gen(function* () {
    const { measured } = yield* chosen("auto", Backend.smallStep, { wasm: 1, webgpu: 2 })
    assert.strictEqual(measured[0], "wasm")
    assert.notInclude(measured, "cpu")
    const webgpu = Exit.isSuccess(yield* Effect.exit(runtimeOf("webgpu")))
    assert.strictEqual(measured.includes("webgpu"), webgpu)
    const slow = yield* chosen("auto", Backend.smallStep, { wasm: 1, webgpu: 2 })
    assert.strictEqual(slow.name, "wasm")
    const quick = yield* chosen("auto", Backend.smallStep, { wasm: 2, webgpu: 1 })
    assert.strictEqual(quick.name, webgpu ? "webgpu" : "wasm")
  })
)

it("what the native packages throw becomes one sentence and a remedy", () => {
  // Texts as Node 24 prints them.
  const missing = Object.assign(new Error("Cannot find package '@tensorflow/tfjs-node' imported from /x/open.ts"), {
    code: "ERR_MODULE_NOT_FOUND"
  })
  assert.strictEqual(explainFailure("node", missing).reason, "@tensorflow/tfjs-node is not installed")
  const unbuilt = new Error(
    "Cannot find module './lib/napi-v8/tfjs_binding.node'\nRequire stack:\n- /x/@tensorflow/tfjs-node/package.json"
  )
  assert.strictEqual(
    explainFailure("node", unbuilt).reason,
    "@tensorflow/tfjs-node is there without its native library"
  )
  assert.include(explainFailure("node-gpu", unbuilt).remedy, "doctor --install native --gpu")
  const dawn = Object.assign(new Error("Cannot find package 'webgpu' imported from /x/platform.ts"), {
    code: "ERR_MODULE_NOT_FOUND"
  })
  assert.strictEqual(explainFailure("webgpu", dawn).reason, "webgpu is not installed")
  assert.strictEqual(
    explainFailure("webgpu", new Error("this machine shows no graphics card")).reason,
    "this machine shows no graphics card"
  )
  const other = explainFailure("wasm", { message: "Make sure the server can serve the file. More\nlines" })
  assert.strictEqual(other.reason, "Make sure the server can serve the file")
  assert.include(other.remedy, "cpu")
})

it.effect("what computes is part of keys: the preference", () =>
  Effect.gen(function* () {
    assert.strictEqual(yield* Effect.provide(Machine, Backend.layer("cpu")), "cpu")
    assert.strictEqual(yield* Effect.provide(Machine, Backend.layer()), "auto")
  })
)

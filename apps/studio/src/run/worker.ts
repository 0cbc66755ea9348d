import { decodeRunSpec, EvidenceSoFar, Generator, summariseEvidence } from "@rulescope/automata"
import { FileError, Files, type Problem, Registry, run, say, StageCache, word } from "@rulescope/core"
import { automata, automataRegistries } from "@rulescope/preset"
import { probeBackends } from "@rulescope/tensor"
import { Cause, Effect, Exit, Fiber, Layer, ManagedRuntime, Option, Stream } from "effect"
import * as Backends from "./backends.ts"
import * as Cache from "./cache.ts"
import { readSoFar } from "./readSoFar.ts"
import type { Failure, Reply, Request, RunFiles } from "./protocol.ts"

// Workers have no target origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const post = (reply: Reply): void => globalThis.postMessage(reply)

// The page gives the address of the folder in which the .wasm files lie as the worker's name.
const wasmFiles = self.name

// Fetched with the worker, so that files are read when its server has gone.
void import("@rulescope/formats").catch(() => undefined)

const runtime = ManagedRuntime.make(Cache.layer)
const running = new Map<number, Fiber.Fiber<unknown, unknown>>()

/** What was dropped on the page, by the path that specs name. */
const filesLayer = (given: RunFiles): Layer.Layer<Files> => {
  const byPath = new Map(given)
  return Layer.succeed(
    Files,
    Files.of({
      read: (path) => {
        const found = byPath.get(path)
        return found === undefined
          ? Effect.fail(new FileError({ path, reason: say`it is not on this page`, remedy: say`drop it here` }))
          : Effect.succeed(found)
      }
    })
  )
}

const failureOf = (cause: Cause.Cause<{ readonly problem: Problem }>): Failure => {
  const failed = cause.reasons.find((reason) => reason._tag === "Fail")
  if (failed === undefined) return { reason: word(Cause.pretty(cause)), remedy: null, defect: true }
  return { ...failed.error.problem, defect: false }
}

const startRun = ({ backend, files, id, spec: raw }: Extract<Request, { readonly kind: "run" }>): void => {
  const work = Effect.gen(function* () {
    const spec = yield* decodeRunSpec(raw)
    const show = yield* readSoFar(spec, (estimate, evidence) =>
      post({ kind: "reading", id, reading: { estimate, evidence: summariseEvidence(evidence) } })
    )
    yield* Stream.runForEach(run(automata, spec), (event) =>
      Effect.sync(() => post({ kind: "event", id, event }))
    ).pipe(Effect.provideService(EvidenceSoFar, show))
  }).pipe(Effect.provide(filesLayer(files)), Effect.provide(Backends.layer(backend, wasmFiles)))
  const fiber = runtime.runFork(work)
  running.set(id, fiber)
  fiber.addObserver((exit) => {
    running.delete(id)
    const end = (how: "finished" | "cancelled" | "failed", failure: Failure | null) =>
      post({ kind: "ended", id, how, failure, tensors: Backends.tensors() })
    if (Exit.isSuccess(exit)) end("finished", null)
    else if (Cause.hasInterruptsOnly(exit.cause)) end("cancelled", null)
    else end("failed", failureOf(exit.cause))
  })
}

const generate = ({ files, generator, id, seed }: Extract<Request, { readonly kind: "generate" }>): void => {
  const work = Effect.gen(function* () {
    const service = yield* Generator
    return yield* service.generate(`${seed}/generate`)
  }).pipe(
    Effect.provide(Registry.select(automataRegistries.generators, generator)),
    Effect.provide(filesLayer(files)),
    Effect.provide(Backends.layer("auto", wasmFiles))
  )
  runtime
    .runFork(work)
    .addObserver((exit) =>
      post(
        Exit.isSuccess(exit)
          ? { kind: "recordings", id, recordings: exit.value }
          : { kind: "refused", id, failure: failureOf(exit.cause) }
      )
    )
}

globalThis.addEventListener("message", ({ data }: MessageEvent<Request>) => {
  switch (data.kind) {
    case "run":
      return startRun(data)
    case "generate":
      return generate(data)
    case "model":
      return void runtime
        .runPromise(Effect.flatMap(StageCache.StageCache, ({ get }) => get(data.key)))
        .then((model) => post({ kind: "model", id: data.id, model: Option.getOrNull(model) }))
    case "adopt":
      return void runtime.runFork(Effect.flatMap(StageCache.StageCache, ({ set }) => set(data.key, data.model)))
    case "warm":
      return void runtime
        .runPromise(Effect.isSuccess(Backends.load("auto", wasmFiles)))
        .then((ready) => post({ kind: "warmed", id: data.id, ready }))
    case "probe":
      return void runtime
        .runPromise(probeBackends(undefined, wasmFiles))
        .then((backends) => post({ kind: "probed", id: data.id, backends }))
    case "cancel": {
      const fiber = running.get(data.id)
      if (fiber !== undefined) runtime.runFork(Fiber.interrupt(fiber))
    }
  }
})

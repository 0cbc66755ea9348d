import type { StageCache, Subjects } from "@rulescope/core"
import { Effect, Layer, ManagedRuntime } from "effect"
import { getHeapStatistics } from "node:v8"
import { parentPort } from "node:worker_threads"
import { makeRunner } from "../../run/Runner.ts"
import { type FromWorker, type ToWorker, window } from "./protocol.ts"

/** Megabytes that this thread holds: its heap and what lies beside it, array buffers and WebAssembly memories. */
export const memoryMb = (): number => {
  const { external_memory: external, used_heap_size: heap } = getHeapStatistics()
  return Math.round((heap + external) / 1e6)
}

/** Does the tasks that the parent thread sends, one after the other; the last line of a worker's entry file. */
export const serveTasks = <R>(subjects: Subjects<R>, environment: Layer.Layer<R | StageCache.StageCache>): void => {
  const port = parentPort!
  const runtime = ManagedRuntime.make(environment)
  const run = makeRunner(subjects, memoryMb)
  let onTheWay = 0
  let wake: (() => void) | undefined

  const room = Effect.callback<void>((resume) => {
    if (onTheWay < window) return resume(Effect.void)
    wake = () => resume(Effect.void)
  })
  const send = (message: FromWorker): Effect.Effect<void> => Effect.sync(() => port.postMessage(message))
  const doTask = ({ task }: Extract<ToWorker, { _tag: "Do" }>) =>
    run(task, (outcome) =>
      Effect.andThen(
        room,
        Effect.suspend(() => {
          onTheWay++
          return send({ _tag: "RunEnded", outcome })
        })
      )
    ).pipe(Effect.andThen(Effect.suspend(() => send({ _tag: "TaskEnded", memoryMb: memoryMb() }))))

  port.on("message", (message: ToWorker) => {
    // A defect is an unhandled rejection: it ends this thread, and the parent hears of it.
    if (message._tag === "Do") return void runtime.runPromise(doTask(message))
    onTheWay--
    wake?.()
    wake = undefined
  })
}

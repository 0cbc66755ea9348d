import { lineOf, type Problem, say, Sentence } from "@rulescope/core"
import { Effect, Queue, Schema, type Scope } from "effect"
import { setFlagsFromString } from "node:v8"
import { Worker } from "node:worker_threads"
import type { Task } from "../../plan/tasks.ts"
import type { Outcome } from "../../run/Runner.ts"
import type { FromWorker, ToWorker } from "./protocol.ts"

/** A worker has ended in the midst of a task: it was killed, or it ran out of memory. */
export class WorkerLost extends Schema.TaggedError<WorkerLost>()("WorkerLost", { reason: Sentence }) {
  get problem(): Problem {
    return { reason: this.reason, remedy: say`use fewer --workers, or make the run smaller` }
  }
  override get message() {
    return lineOf(this.problem)
  }
}

export interface ThreadOptions {
  /** File that calls `serveTasks`. */
  readonly entry: URL
  /** Handed to the entry as `workerData`. */
  readonly data: unknown
  /** Heap of the thread at most, in megabytes. */
  readonly memoryMb: number
}

/** A thread that does one task at a time. It is started when first needed and again after it was lost. */
export interface WorkerThread {
  /** Gives each outcome to `emit`, which holds the thread back when it is slow; ends with the megabytes held. */
  readonly run: (task: Task, emit: (outcome: Outcome) => Effect.Effect<void>) => Effect.Effect<number, WorkerLost>
  /** Ends the thread; the next task gets a new one. */
  readonly renew: Effect.Effect<void>
}

/**
 * Each thread clears away its young objects itself. So few survive that handing them to helper threads costs as much
 * as it saves, and the processors that those run on are taken by the other workers.
 */
const ownGarbage = ["--no-parallel-scavenge", "--no-concurrent-array-buffer-sweeping"]

/**
 * Share of a thread's memory that it fills before old objects are collected the first time. Left to itself V8 begins
 * with a few megabytes and marks all that lives once a training, on threads that the other workers need.
 */
const unmarkedShare = 0.25

/**
 * Megabytes for new objects. A thread that runs out of memory is given 16 more to end in; if more than that survives
 * at once, a third of this at most, the whole process is aborted. V8's own choice is twice as much.
 */
const newObjectsMb = 48

type Heard = FromWorker | { readonly _tag: "Lost"; readonly reason: Sentence }

const explain = (error: Error & { readonly code?: string }, memoryMb: number): Sentence =>
  error.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? say`the worker ran out of its ${memoryMb} MB of memory`
    : say`the worker failed: ${error.message}`

export const makeWorkerThread = ({
  data,
  entry,
  memoryMb
}: ThreadOptions): Effect.Effect<WorkerThread, never, Scope.Scope> =>
  Effect.gen(function* () {
    let worker: Worker | undefined
    let heard = yield* Queue.unbounded<Heard>()

    const started = (): Worker => {
      if (worker !== undefined) return worker
      for (const flag of [...ownGarbage, `--initial-old-space-size=${Math.floor(unmarkedShare * memoryMb)}`]) {
        setFlagsFromString(flag)
      }
      const resourceLimits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: newObjectsMb }
      const fresh = new Worker(entry, { workerData: data, resourceLimits })
      const inbox = heard
      const tell = (message: Heard) => void Queue.offerUnsafe(inbox, message)
      fresh.on("message", tell)
      fresh.on("error", (error) => tell({ _tag: "Lost", reason: explain(error, memoryMb) }))
      fresh.on("exit", (code) => tell({ _tag: "Lost", reason: say`the worker ended with code ${code}` }))
      return (worker = fresh)
    }
    const renew = Effect.gen(function* () {
      const old = worker
      worker = undefined
      heard = yield* Queue.unbounded<Heard>()
      if (old !== undefined) yield* Effect.promise(() => old.terminate())
    })
    yield* Effect.addFinalizer(() => renew)

    const run: WorkerThread["run"] = Effect.fnUntraced(function* (task, emit) {
      const thread = started()
      const send = (message: ToWorker) => thread.postMessage(message, [])
      send({ _tag: "Do", task })
      for (;;) {
        const message = yield* Queue.take(heard)
        if (message._tag === "TaskEnded") return message.memoryMb
        if (message._tag === "Lost") {
          yield* renew
          return yield* new WorkerLost({ reason: message.reason })
        }
        yield* emit(message.outcome)
        send({ _tag: "Taken" })
      }
    })
    return { run, renew }
  })

import type { Recording } from "@rulescope/lattice"
import type { RunEvent } from "@rulescope/automata"
import { type Registry, say, word } from "@rulescope/core"
import type { Backend, BackendReport } from "@rulescope/tensor"
import type { Failure, ReadingSoFar, Reply, Request, RunFiles } from "./protocol.ts"

/** What a run tells the page while it goes on. */
interface RunListener {
  readonly onEvent: (event: RunEvent) => void
  readonly onReading: (reading: ReadingSoFar) => void
  readonly onEnd: (end: Extract<Reply, { readonly kind: "ended" }>) => void
}

interface RunRequest {
  readonly spec: unknown
  readonly files: RunFiles
  readonly backend: Backend.Preference
}

/** The pipeline in a worker, so that the page never waits for it. */
export interface Laboratory {
  /** Starts a run and gives the way to cancel it. */
  readonly run: (request: RunRequest, listener: RunListener) => () => void
  /** Rejects with a {@link Failure}. */
  readonly generate: (generator: Registry.Choice, seed: number, files: RunFiles) => Promise<ReadonlyArray<Recording>>
  /** The model that a run left behind, as a file; null when the page keeps it no longer. */
  readonly model: (key: string) => Promise<Uint8Array | null>
  /** Keeps the model of a run that was opened, so that reading it again trains nothing. */
  readonly adopt: (key: string, model: Uint8Array) => void
  /** Loads what a run needs; false where that cannot be had. */
  readonly warm: () => Promise<boolean>
  readonly probe: () => Promise<ReadonlyArray<BackendReport>>
}

/** How long a cancelled run may take to stop. */
const patienceMs = 3000

/** Folder of the .wasm files beside the page. */
const wasmFiles = (): string => new URL("wasm/", document.baseURI).href

const start = (): Worker => new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: wasmFiles() })

/** Scripts that break say where; one that cannot be fetched says nothing. */
const failureOf = ({ message }: ErrorEvent): Failure =>
  message === undefined || message === ""
    ? {
        reason: say`the worker could not be loaded`,
        remedy: say`see whether the server that gave this page still runs, and reload the page`,
        defect: false
      }
    : { reason: word(message), remedy: null, defect: true }

/** Opens the worker when it is first asked for something. */
export const openLaboratory = (): Laboratory => {
  let worker: Worker | undefined
  let lastId = 0
  const listeners = new Map<number, (reply: Reply) => void>()
  const fail = (failure: Failure): void => {
    for (const [id, listener] of listeners) {
      listener({ kind: "refused", id, failure })
      listener({ kind: "ended", id, how: "failed", failure, tensors: 0 })
    }
    listeners.clear()
    worker?.terminate()
    worker = undefined
  }
  const send = (request: Request): void => {
    if (worker === undefined) {
      worker = start()
      worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => listeners.get(data.id)?.(data))
      worker.addEventListener("error", (event) => fail(failureOf(event)))
    }
    // Workers have no target origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(request)
  }
  /** A stage that does not come to an interruption is ended with its worker; finished stages are then lost. */
  const cancel = (id: number): void => {
    send({ kind: "cancel", id })
    setTimeout(() => {
      const listener = listeners.get(id)
      if (listener === undefined) return
      listeners.delete(id)
      listener({ kind: "ended", id, how: "cancelled", failure: null, tensors: 0 })
      fail({ reason: say`the worker was ended because it did not stop`, remedy: null, defect: false })
    }, patienceMs)
  }
  const ask = (request: (id: number) => Request, listener: (reply: Reply) => void): number => {
    const id = ++lastId
    listeners.set(id, listener)
    send(request(id))
    return id
  }
  return {
    run: (request, listener) => {
      const id = ask(
        (own) => ({ kind: "run", id: own, ...request }),
        (reply) => {
          if (reply.kind === "event") listener.onEvent(reply.event)
          if (reply.kind === "reading") listener.onReading(reply.reading)
          if (reply.kind === "ended") {
            listeners.delete(reply.id)
            listener.onEnd(reply)
          }
        }
      )
      return () => cancel(id)
    },
    generate: (generator, seed, files) =>
      new Promise((resolve, reject) => {
        ask(
          (id) => ({ kind: "generate", id, generator, seed, files }),
          (reply) => {
            listeners.delete(reply.id)
            if (reply.kind === "recordings") resolve(reply.recordings)
            // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- a failure in words, as runs have it
            if (reply.kind === "refused") reject(reply.failure)
          }
        )
      }),
    model: (key) =>
      new Promise((resolve) => {
        ask(
          (id) => ({ kind: "model", id, key }),
          (reply) => {
            listeners.delete(reply.id)
            resolve(reply.kind === "model" ? reply.model : null)
          }
        )
      }),
    adopt: (key, model) => send({ kind: "adopt", key, model }),
    warm: () =>
      new Promise((resolve) => {
        ask(
          (id) => ({ kind: "warm", id }),
          (reply) => {
            listeners.delete(reply.id)
            resolve(reply.kind === "warmed" && reply.ready)
          }
        )
      }),
    probe: () =>
      new Promise((resolve) => {
        ask(
          (id) => ({ kind: "probe", id }),
          (reply) => {
            listeners.delete(reply.id)
            if (reply.kind === "probed") resolve(reply.backends)
          }
        )
      })
  }
}

import type { RunEvent } from "@rulescope/automata"
import { type Dispatch, useCallback, useMemo, useRef } from "react"
import type { Laboratory } from "../run/laboratory.ts"
import { nothingYet, reduceRun, type Run, withTraining } from "../run/runState.ts"
import type { Draft } from "./draft.ts"
import { filesFor } from "./files.ts"
import { type Action, newRun, type StudioState } from "./studio.ts"

/** What can be asked of the pipeline. */
export interface Runs {
  /** Starts a run of the draft. */
  readonly start: (draft: Draft) => void
  /** Reads a finished run again with the inferrer of the draft; nothing is trained. */
  readonly reread: (run: Run, draft: Draft) => void
  readonly cancel: (run: number) => void
  readonly cancelReading: () => void
}

/** "#1 · likelihood", and "#1 · likelihood 2" where that is taken. */
const nameOfReading = (read: string, inferrer: string, taken: ReadonlySet<string>): string => {
  const name = `${read.replace(/ · .*$/, "")} · ${inferrer}`
  let count = 1
  while (taken.has(count === 1 ? name : `${name} ${count}`)) count++
  return count === 1 ? name : `${name} ${count}`
}

export const useRuns = (
  state: StudioState,
  dispatch: Dispatch<Action>,
  laboratory: Laboratory,
  nextId: () => number
): Runs => {
  const cancels = useRef(new Map<number, () => void>())
  const latest = useRef(state)
  latest.current = state
  const start = useCallback<Runs["start"]>(
    (draft) => {
      const { backend, files } = latest.current
      const id = nextId()
      dispatch({ kind: "started", run: newRun(id, draft.name ?? `#${id}`) })
      const cancel = laboratory.run(
        { spec: draft, files: filesFor(draft.generator, files), backend },
        {
          onEvent: (event) => dispatch({ kind: "event", run: id, event }),
          onReading: (reading) => dispatch({ kind: "reading", run: id, reading }),
          onEnd: ({ failure, how, tensors }) => {
            cancels.current.delete(id)
            dispatch({ kind: "ended", run: id, how, failure, tensors })
          }
        }
      )
      cancels.current.set(id, cancel)
    },
    [dispatch, laboratory, nextId]
  )
  const lastReading = useRef<() => void>(undefined)
  const reread = useCallback<Runs["reread"]>(
    (run, draft) => {
      const { backend, files } = latest.current
      const inferrer = draft.inferrer.id
      lastReading.current?.()
      dispatch({ kind: "rereading", rereading: { inferrer, failure: null } })
      const said: Array<RunEvent> = []
      const cancel = laboratory.run(
        { spec: draft, files: filesFor(draft.generator, files), backend },
        {
          onEvent: (event) => said.push(event),
          onReading: () => undefined,
          onEnd: ({ failure, how, tensors }) => {
            // Another reading has begun since.
            if (lastReading.current !== cancel) return
            lastReading.current = undefined
            if (how === "cancelled") return dispatch({ kind: "rereading", rereading: null })
            if (how === "failed") return dispatch({ kind: "rereading", rereading: { inferrer, failure } })
            const events = withTraining(said, run.events)
            const name = nameOfReading(run.name, inferrer, new Set(latest.current.runs.map((one) => one.name)))
            const reading = { id: nextId(), name, reading: true, kept: null, tensors, events }
            dispatch({ kind: "reread", run: { ...run, ...reading, state: events.reduce(reduceRun, nothingYet) } })
          }
        }
      )
      lastReading.current = cancel
    },
    [dispatch, laboratory, nextId]
  )
  return useMemo(
    () => ({
      start,
      reread,
      cancel: (id) => cancels.current.get(id)?.(),
      cancelReading: () => lastReading.current?.()
    }),
    [start, reread]
  )
}

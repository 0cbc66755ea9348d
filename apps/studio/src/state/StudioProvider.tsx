import type { RunEvent, RunSpec } from "@rulescope/automata"
import {
  createContext,
  type Dispatch,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef
} from "react"
import { type Laboratory, openLaboratory } from "../run/laboratory.ts"
import { nothingYet, reduceRun, type Run, withTraining } from "../run/runState.ts"
import type { Draft } from "./draft.ts"
import { filesFor } from "./files.ts"
import { specInLink } from "../keep/link.ts"
import { type Action, initialState, newRun, reduceStudio, type StudioState } from "./studio.ts"

interface Studio {
  readonly state: StudioState
  readonly dispatch: Dispatch<Action>
  readonly laboratory: Laboratory
  /** The run that is looked at. */
  readonly run: Run | undefined
  /** Starts a run of the draft. */
  readonly start: (draft: Draft) => void
  /** Reads a finished run again with the inferrer of the draft; nothing is trained. */
  readonly reread: (run: Run, draft: Draft) => void
  readonly cancel: (run: number) => void
  /** An id for a run that was opened, not started. */
  readonly nextId: () => number
}

const StudioContext = createContext<Studio | null>(null)

/** Keeps what the Studio knows, and the worker that runs the pipeline. */
export const StudioProvider = ({ children }: { readonly children: ReactNode }) => {
  const [state, dispatch] = useReducer(reduceStudio, initialState)
  const laboratory = useMemo(openLaboratory, [])
  const lastId = useRef(0)
  const cancels = useRef(new Map<number, () => void>())
  const latest = useRef(state)
  latest.current = state

  const start = useCallback<Studio["start"]>(
    (draft) => {
      const { backend, files } = latest.current
      const id = ++lastId.current
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
    [laboratory]
  )

  const lastReading = useRef<() => void>(undefined)
  const reread = useCallback<Studio["reread"]>(
    (run, draft) => {
      const { backend, files } = latest.current
      lastReading.current?.()
      dispatch({ kind: "rereading", failure: null })
      const id = ++lastId.current
      const said: Array<RunEvent> = []
      lastReading.current = laboratory.run(
        { spec: draft, files: filesFor(draft.generator, files), backend },
        {
          onEvent: (event) => said.push(event),
          onReading: () => undefined,
          onEnd: ({ failure, how, tensors }) => {
            if (how === "failed") return dispatch({ kind: "rereading", failure })
            if (how === "cancelled") return
            const events = withTraining(said, run.events)
            dispatch({
              kind: "reread",
              replaces: run.reading ? run.id : null,
              run: {
                ...run,
                id,
                name: `${run.name.replace(/ · .*$/, "")} · ${draft.inferrer.id}`,
                reading: true,
                tensors,
                events,
                state: events.reduce(reduceRun, nothingYet)
              }
            })
          }
        }
      )
    },
    [laboratory]
  )

  useEffect(() => {
    const follow = () => {
      const linked = specInLink(location.hash)
      if (linked === null) return
      if (linked.ok) dispatch({ kind: "draft", draft: linked.value satisfies RunSpec })
      else dispatch({ kind: "trouble", trouble: linked.why })
    }
    follow()
    addEventListener("hashchange", follow)
    return () => removeEventListener("hashchange", follow)
  }, [])

  const studio = useMemo(
    (): Studio => ({
      state,
      dispatch,
      laboratory,
      run: state.runs.find(({ id }) => id === state.current),
      start,
      reread,
      cancel: (id) => cancels.current.get(id)?.(),
      nextId: () => ++lastId.current
    }),
    [state, laboratory, start, reread]
  )
  return <StudioContext value={studio}>{children}</StudioContext>
}

export const useStudio = (): Studio => {
  const studio = useContext(StudioContext)
  if (studio === null) throw new Error("useStudio is used outside StudioProvider")
  return studio
}

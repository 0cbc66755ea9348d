import {
  createContext,
  type Dispatch,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useReducer,
  useRef
} from "react"
import { type KeptRuns, useKept } from "../kept/useKept.ts"
import { useLeaving } from "../kept/useLeaving.ts"
import { useWork, type WorkAtHand } from "../kept/useWork.ts"
import type { Work } from "../kept/work.ts"
import { type Laboratory, openLaboratory } from "../run/laboratory.ts"
import type { Run } from "../run/runState.ts"
import { type Action, initialState, reduceStudio, type Shown, type StudioState } from "./studio.ts"
import { useLink } from "./useLink.ts"
import { useReady } from "./useReady.ts"
import { type Runs, useRuns } from "./useRuns.ts"
import { useShown } from "./useShown.ts"

interface Studio extends Runs {
  readonly state: StudioState
  readonly dispatch: Dispatch<Action>
  readonly laboratory: Laboratory
  /** The run that is looked at. */
  readonly run: Run | undefined
  /** The recordings that the draft's generator gives. */
  readonly shown: Shown
  readonly work: WorkAtHand
  readonly kept: KeptRuns
  /** The page goes on without its server. */
  readonly ready: boolean
  /** An id for a run that was opened, not started. */
  readonly nextId: () => number
}

const StudioContext = createContext<Studio | null>(null)

interface StudioProviderProps {
  /** What the last visit left. */
  readonly restored: Work | null
  readonly children: ReactNode
}

const isUnsaved = ({ kept, state, status }: Run): boolean =>
  status === "running" || (status === "finished" && state.result !== null && kept === null)

/** Keeps what the Studio knows, and the worker that runs the pipeline. */
export const StudioProvider = ({ children, restored }: StudioProviderProps) => {
  const [state, dispatch] = useReducer(reduceStudio, restored, initialState)
  const laboratory = useMemo(openLaboratory, [])
  const lastId = useRef(0)
  const nextId = useCallback(() => ++lastId.current, [])
  const runs = useRuns(state, dispatch, laboratory, nextId)
  const shown = useShown(laboratory, state)
  const work = useWork(state, restored)
  const kept = useKept(state, dispatch, laboratory, nextId)
  const ready = useReady(laboratory)
  useLink(dispatch)
  useLeaving(work.lost || state.runs.some(isUnsaved))
  const run = state.runs.find(({ id }) => id === state.current)
  const studio = useMemo(
    (): Studio => ({ ...runs, state, dispatch, laboratory, run, shown, work, kept, ready, nextId }),
    [runs, state, laboratory, run, shown, work, kept, ready, nextId]
  )
  return <StudioContext value={studio}>{children}</StudioContext>
}

export const useStudio = (): Studio => {
  const studio = useContext(StudioContext)
  if (studio === null) throw new Error("useStudio is used outside StudioProvider")
  return studio
}

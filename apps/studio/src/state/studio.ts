import type { Sentence } from "@rulescope/core"
import type { Recording } from "@rulescope/lattice"
import type { RunEvent } from "@rulescope/automata"
import type { Backend } from "@rulescope/tensor"
import type { Failure, ReadingSoFar } from "../run/protocol.ts"
import { nothingYet, reduceRun, type Run } from "../run/runState.ts"
import { type Draft, firstDraft } from "./draft.ts"
import type { Work } from "../kept/work.ts"
import type { FileStore } from "./files.ts"

export const views = ["world", "run", "proof", "compare", "keep"] as const
type View = (typeof views)[number]

/** The recordings that the draft's generator gives, as they are shown. */
export type Shown =
  | { readonly kind: "loading" }
  | { readonly kind: "too large" }
  /** `of` tells by what they were made. */
  | { readonly kind: "ready"; readonly recordings: ReadonlyArray<Recording>; readonly of: string }
  | { readonly kind: "failed"; readonly failure: Failure }

export interface StudioState {
  readonly draft: Draft
  readonly files: FileStore
  readonly backend: Backend.Preference
  readonly view: View
  readonly runs: ReadonlyArray<Run>
  /** The draft as it was when a run of it was started last. */
  readonly started: Draft | null
  /** Run that is looked at; null before the first. */
  readonly current: number | null
  /** A finished run is being read again: in progress, or what went wrong. */
  readonly rereading: { readonly inferrer: string; readonly failure: Failure | null } | null
  /** Something that could not be opened. */
  readonly trouble: Sentence | null
}

/** A visit begins with what the last one left, or with the first draft. */
export const initialState = (work: Work | null): StudioState => ({
  draft: work?.draft ?? firstDraft,
  files: new Map(work?.files),
  backend: "auto",
  view: "world",
  runs: [],
  started: null,
  current: null,
  rereading: null,
  trouble: null
})

export type Action =
  | { readonly kind: "draft"; readonly draft: Draft }
  | { readonly kind: "files"; readonly files: FileStore; readonly draft: Draft }
  | { readonly kind: "backend"; readonly backend: Backend.Preference }
  | { readonly kind: "view"; readonly view: View }
  | { readonly kind: "look"; readonly run: number }
  | { readonly kind: "trouble"; readonly trouble: Sentence | null }
  | { readonly kind: "started"; readonly run: Run }
  | { readonly kind: "rereading"; readonly rereading: StudioState["rereading"] }
  /** Read again: a run beside the one that was read. */
  | { readonly kind: "reread"; readonly run: Run }
  /** The browser keeps it under this key. */
  | { readonly kind: "kept"; readonly run: number; readonly key: number }
  | { readonly kind: "renamed"; readonly kept: number; readonly name: string }
  | { readonly kind: "deleted"; readonly kept: number }
  | { readonly kind: "opened"; readonly run: Run; readonly draft: Draft }
  | { readonly kind: "event"; readonly run: number; readonly event: RunEvent }
  | { readonly kind: "reading"; readonly run: number; readonly reading: ReadingSoFar }
  | {
      readonly kind: "ended"
      readonly run: number
      readonly how: Exclude<Run["status"], "running">
      readonly failure: Failure | null
      readonly tensors: number
    }

const changed = (state: StudioState, id: number, change: (run: Run) => Run): StudioState => ({
  ...state,
  runs: state.runs.map((run) => (run.id === id ? change(run) : run))
})

export const reduceStudio = (state: StudioState, action: Action): StudioState => {
  switch (action.kind) {
    case "draft":
      return { ...state, draft: action.draft, trouble: null }
    case "files":
      return { ...state, files: action.files, draft: action.draft, trouble: null }
    case "backend":
      return { ...state, backend: action.backend }
    case "view":
      return { ...state, view: action.view }
    case "look":
      return { ...state, current: action.run, rereading: null }
    case "trouble":
      return { ...state, trouble: action.trouble }
    case "started":
      return {
        ...state,
        started: state.draft,
        runs: [...state.runs, action.run],
        current: action.run.id,
        view: "run",
        rereading: null,
        trouble: null
      }
    case "rereading":
      return { ...state, rereading: action.rereading }
    case "reread":
      return { ...state, runs: [...state.runs, action.run], current: action.run.id, rereading: null }
    case "kept":
      return changed(state, action.run, (run) => ({ ...run, kept: action.key }))
    case "renamed":
      return {
        ...state,
        runs: state.runs.map((run) => (run.kept === action.kept ? { ...run, name: action.name } : run))
      }
    case "deleted": {
      const runs = state.runs.filter(({ kept }) => kept !== action.kept)
      const current = runs.some(({ id }) => id === state.current) ? state.current : (runs.at(-1)?.id ?? null)
      return { ...state, runs, current }
    }
    case "opened":
      return {
        ...state,
        draft: action.draft,
        runs: [...state.runs, action.run],
        current: action.run.id,
        view: "run",
        trouble: null
      }
    case "event":
      return changed(state, action.run, (run) => ({
        ...run,
        events: [...run.events, action.event],
        state: reduceRun(run.state, action.event)
      }))
    case "reading":
      return changed(state, action.run, (run) => ({ ...run, soFar: action.reading }))
    case "ended":
      return changed(state, action.run, (run) => ({
        ...run,
        status: action.how,
        failure: action.failure,
        tensors: action.tensors
      }))
  }
}

/** A run that has just been asked for. */
export const newRun = (id: number, name: string): Run => ({
  id,
  name,
  status: "running",
  failure: null,
  tensors: null,
  reading: false,
  kept: null,
  soFar: null,
  events: [],
  state: nothingYet
})

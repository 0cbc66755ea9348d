import type { RunResult } from "@rulescope/automata"
import { word } from "@rulescope/core"
import { type Dispatch, useCallback, useEffect, useMemo, useRef, useState } from "react"
import { later } from "../later.ts"
import type { Laboratory } from "../run/laboratory.ts"
import type { Run } from "../run/runState.ts"
import type { Action, StudioState } from "../state/studio.ts"
import type { KeptRun } from "./database.ts"
import { archiveOfRun, deleteRun, keepRun, listRuns, renameRun } from "./runs.ts"

/** The runs that this browser keeps. */
export interface KeptRuns {
  readonly list: ReadonlyArray<KeptRun>
  /** Why the last one was not kept, in the browser's words. */
  readonly refused: string | null
  readonly open: (run: KeptRun) => void
  readonly rename: (run: KeptRun, name: string) => void
  readonly remove: (run: KeptRun) => void
}

const ruleText = ({ estimate: { range, rule } }: RunResult): string => rule ?? `${range.min} … ${range.max}`

const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message || cause.name : String(cause))

/** Keeps every run that ends with a result, as the files that the command line keeps. */
export const useKept = (
  { files, runs }: StudioState,
  dispatch: Dispatch<Action>,
  laboratory: Laboratory,
  nextId: () => number
): KeptRuns => {
  const [list, setList] = useState<ReadonlyArray<KeptRun>>([])
  const [refused, setRefused] = useState<string | null>(null)
  const look = useCallback(() => {
    void listRuns().then(setList, () => setList([]))
  }, [])
  useEffect(look, [look])
  const tried = useRef(new Set<number>())
  useEffect(() => {
    const keep = async (run: Run, result: RunResult): Promise<number> => {
      const { runArchive } = await later.runFiles()
      const model = await laboratory.model(result.model.key)
      return keepRun(
        { name: run.name, rule: ruleText(result) },
        runArchive(result, run.events, files, { model, png: null })
      )
    }
    for (const run of runs) {
      const { result } = run.state
      if (run.status !== "finished" || result === null || run.kept !== null || tried.current.has(run.id)) continue
      tried.current.add(run.id)
      void keep(run, result)
        .then(
          (key) => {
            setRefused(null)
            return dispatch({ kind: "kept", run: run.id, key })
          },
          (cause: unknown) => setRefused(wordsOf(cause))
        )
        .then(look)
    }
  }, [runs, files, laboratory, dispatch, look])
  return useMemo((): KeptRuns => {
    const open: KeptRuns["open"] = ({ key, name }) => {
      const here = runs.find(({ kept }) => kept === key)
      if (here !== undefined) {
        dispatch({ kind: "look", run: here.id })
        return dispatch({ kind: "view", view: "run" })
      }
      const read = async (): Promise<void> => {
        const bytes = await archiveOfRun(key)
        if (bytes === undefined) return look()
        const { openRun } = await later.openRun()
        const opened = openRun([{ name: "run.zip", bytes }], nextId)
        if (opened?.ok !== true || opened.run === null) {
          return dispatch({ kind: "trouble", trouble: opened?.ok === false ? opened.why : word(name) })
        }
        if (opened.model !== null) laboratory.adopt(opened.model.key, opened.model.bytes)
        dispatch({ kind: "files", files: new Map([...files, ...opened.files]), draft: opened.draft })
        dispatch({ kind: "opened", run: { ...opened.run, name, kept: key }, draft: opened.draft })
      }
      void read().catch((cause: unknown) => dispatch({ kind: "trouble", trouble: word(wordsOf(cause)) }))
    }
    return {
      list,
      refused,
      open,
      rename: ({ key }, name) => {
        setList(list.map((run) => (run.key === key ? { ...run, name } : run)))
        dispatch({ kind: "renamed", kept: key, name })
        void renameRun(key, name).catch((cause: unknown) => setRefused(wordsOf(cause)))
      },
      remove: ({ key }) => {
        dispatch({ kind: "deleted", kept: key })
        void deleteRun(key)
          .catch((cause: unknown) => setRefused(wordsOf(cause)))
          .then(look)
      }
    }
  }, [list, refused, runs, files, laboratory, dispatch, nextId, look])
}

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react"
import { filesFor } from "../state/files.ts"
import type { StudioState } from "../state/studio.ts"
import { type Drawings, withDrawing } from "../world/drawings.ts"
import type { Evolution } from "../world/Evolution.ts"
import { keepWork, type Work } from "./work.ts"

/** What was drawn outlives its view, and draft, files and drawings outlive the page. */
export interface WorkAtHand {
  readonly drawings: RefObject<Drawings>
  /** Notes a world that changed. */
  readonly draw: (key: string, evolution: Evolution) => void
  /** The browser refused to keep it. */
  readonly lost: boolean
}

export const useWork = ({ draft, files }: StudioState, restored: Work | null): WorkAtHand => {
  const drawings = useRef<Drawings>(restored?.drawings ?? new Map())
  const [lost, setLost] = useState(false)
  const latest = useRef({ draft, files })
  latest.current = { draft, files }
  const writing = useRef<"no" | "now" | "again">("no")
  const write = useCallback(() => {
    // Drawing changes with every move: what changes while it is written is written together afterwards.
    if (writing.current !== "no") {
      writing.current = "again"
      return
    }
    writing.current = "now"
    const { draft: now, files: held } = latest.current
    const ended = (refused: boolean) => {
      const again = writing.current === "again"
      writing.current = "no"
      setLost(refused)
      if (again) write()
    }
    keepWork({ draft: now, files: filesFor(now.generator, held), drawings: drawings.current }).then(
      () => ended(false),
      () => ended(true)
    )
  }, [])
  const first = useRef({ draft, files })
  useEffect(() => {
    if (first.current.draft !== draft || first.current.files !== files) write()
  }, [draft, files, write])
  const draw = useCallback<WorkAtHand["draw"]>(
    (key, evolution) => {
      drawings.current = withDrawing(drawings.current, key, evolution)
      write()
    },
    [write]
  )
  return useMemo(() => ({ drawings, draw, lost }), [draw, lost])
}

import { sentenceOf } from "@rulescope/core"
import { useEffect, useRef, useState } from "react"
import { type OpenStudy, readSource } from "./OpenStudy.ts"
import { type StudySource, Unreadable } from "../source/StudySource.ts"
import { type Following, useFollowing } from "./useFollowing.ts"

export interface StudyControl {
  readonly study: OpenStudy | null
  /** Why the last attempt to open or to refresh came to nothing. */
  readonly problem: Unreadable | null
  readonly busy: boolean
  /** Whether runs that end are taken in by themselves. */
  readonly following: Following
  /** Opens in place of what is open; that stays when the new one cannot be opened. */
  readonly open: (source: () => Promise<StudySource>) => void
  readonly refresh: () => void
  readonly close: () => void
}

/** The study of the page; `first` is opened at the start. */
export const useStudy = (first: (() => Promise<StudySource>) | undefined): StudyControl => {
  const [study, setStudy] = useState<OpenStudy | null>(null)
  const [problem, setProblem] = useState<Unreadable | null>(null)
  const [busy, setBusy] = useState(first !== undefined)
  const begun = useRef(false)
  const following = useFollowing(study, setStudy)
  const attempt = (work: () => Promise<OpenStudy>): void => {
    setBusy(true)
    setProblem(null)
    work()
      .then(setStudy, (cause: unknown) => {
        setProblem(cause instanceof Unreadable ? cause : new Unreadable("broken", "", sentenceOf(cause)))
      })
      .finally(() => setBusy(false))
  }
  const open = (source: () => Promise<StudySource>): void =>
    attempt(async () => {
      const next = await readSource(await source())
      study?.source.close()
      return next
    })
  useEffect(() => {
    if (first === undefined || begun.current) return
    begun.current = true
    open(first)
  })
  return {
    study,
    problem,
    busy,
    following,
    open,
    refresh: () => {
      if (study !== null) attempt(() => readSource(study.source))
    },
    close: () => {
      study?.source.close()
      setStudy(null)
      setProblem(null)
    }
  }
}

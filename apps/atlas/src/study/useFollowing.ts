import { tally } from "@rulescope/study"
import { useEffect, useState } from "react"
import { type OpenStudy, readSource } from "./OpenStudy.ts"

/** How long after a look at a study at work comes the next one, in milliseconds. */
const pauseMs = 2000

export interface Following {
  /** Never: nothing can come; done: all runs have ended; lost: whoever served the study does no longer. */
  readonly state: "never" | "on" | "off" | "done" | "lost"
  readonly choose: (on: boolean) => void
}

/** Looks again and again whether runs have ended, and reads the study then; not while nobody looks at the page. */
export const useFollowing = (study: OpenStudy | null, onRead: (study: OpenStudy) => void): Following => {
  const [wanted, setWanted] = useState(true)
  const [lost, setLost] = useState(false)
  const askState = study?.source.state
  const done = study !== null && tally(study.all).missing === 0
  const at = study === null || askState === undefined ? "never" : done ? "done" : lost ? "lost" : wanted ? "on" : "off"
  useEffect(() => {
    if (at !== "on") return
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    const look = async (): Promise<void> => {
      if (!document.hidden && (await askState!()) !== study!.state) {
        const next = await readSource(study!.source)
        if (!left) return onRead(next)
      }
      if (!left) wait()
    }
    const wait = (): void => {
      timer = setTimeout(() => void look().catch(() => left || setLost(true)), pauseMs)
    }
    wait()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [at, askState, study, onRead])
  return {
    state: at,
    choose: (on) => {
      setLost(false)
      setWanted(on)
    }
  }
}

import type { RunDetail } from "@rulescope/automata"
import type { StudyRow } from "@rulescope/study"
import { useEffect, useState } from "react"
import type { StudySource } from "../source/StudySource.ts"

/** What is known of a run's detail: not kept by the source, on its way, there, or lost with the reason. */
export type Detail =
  | { readonly state: "unkept" | "loading" }
  | { readonly state: "there"; readonly detail: RunDetail }
  | { readonly state: "lost"; readonly why: Error }

/** Gets what the run of a row found. */
export const useDetail = (source: StudySource, { key, status }: StudyRow): Detail => {
  const { detail: read } = source
  const [detail, setDetail] = useState<Detail>({ state: read === undefined ? "unkept" : "loading" })
  useEffect(() => {
    if (read === undefined || status === "failed") return
    let wanted = true
    const get = async (): Promise<void> => {
      const found = await read(key).catch((cause: unknown) => cause as Error)
      if (!wanted || found === null) return
      setDetail(found instanceof Error ? { state: "lost", why: found } : { state: "there", detail: found })
    }
    void get()
    return () => {
      wanted = false
    }
  }, [read, key, status])
  return detail
}
